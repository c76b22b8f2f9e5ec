// |x| at 0 has derivative 0.
// point: x: 0
// kink: |x| at 0
// value: 0
// gradient: 1
// point: x: -2
// gradient: 0
// point: x: 3
// gradient: 2
using System;
using DiffGen;

namespace Cases.Functions;

public static partial class AbsAtZero
{
    [Differentiable]
    public static double F(double x) => Math.Abs(x) + x;
}
