// Hyperbolic functions and their inverses.
// point: x: 0.4
using System;
using DiffGen;

namespace Cases.Functions;

public static partial class Hyperbolic
{
    [Differentiable]
    public static double F(double x) =>
        Math.Sinh(x) + Math.Cosh(x) + Math.Tanh(2 * x) + Math.Asinh(x) + Math.Acosh(1 + x) + Math.Atanh(x);
}
