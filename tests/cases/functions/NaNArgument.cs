// NaN in gives NaN out, in the derivative as well.
// point: x: double.NaN, y: 2
// kink: not a number
// value: NaN
// gradient: NaN NaN
using System;
using DiffGen;

namespace Cases.Functions;

public static partial class NaNArgument
{
    [Differentiable]
    public static double F(double x, double y) => Math.Max(x, y) + Math.Abs(x) + Math.Clamp(x, 0, 1);
}
