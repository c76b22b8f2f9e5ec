// A step function of NaN has a NaN derivative, not zero.
// point: x: double.NaN
// kink: not a number
// value: NaN
// gradient: NaN
using System;
using DiffGen;

namespace Cases.Functions;

public static partial class NaNFloor
{
    [Differentiable]
    public static double F(double x) => Math.Floor(x);
}
