// pow(x, 0) has derivative 0, d/dy 0^y is 0, and powers of zero give no NaN.
// point: x: 0, y: 2
// kink: the base sits on the boundary of the domain
// value: 1
// gradient: 1 0
using System;
using DiffGen;

namespace Cases.Functions;

public static partial class PowAtZeroBase
{
    [Differentiable]
    public static double F(double x, double y) => Math.Pow(x, y) + Math.Pow(x, 0) + (Math.Pow(x, 1) * 1) + Math.Pow(x, 2);
}
