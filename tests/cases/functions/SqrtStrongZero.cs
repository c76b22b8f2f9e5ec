// sqrt at 0 has an infinite slope, but an adjoint of exactly zero contributes exactly zero.
// point: x: 0, y: 3
// kink: sqrt at 0
// value: 9
// gradient: 0 6
using System;
using DiffGen;

namespace Cases.Functions;

public static partial class SqrtStrongZero
{
    [Differentiable]
    public static double F(double x, double y) => (0 * Math.Sqrt(x)) + (y * y);
}
