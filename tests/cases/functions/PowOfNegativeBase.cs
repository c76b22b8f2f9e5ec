// No logarithm of the base unless the exponent is active.
// point: x: -1.5
// value: 2.125
// gradient: 0.75
using System;
using DiffGen;

namespace Cases.Functions;

public static partial class PowOfNegativeBase
{
    [Differentiable]
    public static double F(double x) => (2 * Math.Pow(x, 2)) + Math.Pow(x, 3) + Math.Pow(x, 0);
}
