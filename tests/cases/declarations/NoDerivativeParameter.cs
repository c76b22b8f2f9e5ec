// A parameter that is held constant on purpose, among active ones.
// point: x: 1.5, held: 2, y: 3
// value: 9
// gradient: 6 3
using System;
using DiffGen;

namespace Cases.Declarations;

public static partial class NoDerivativeParameter
{
    [Differentiable]
    public static double F(double x, [NoDerivative] double held, double y) => x * held * y;
}
