// |-x²|: the kink is at 0 and nowhere else.
// point: x: 1.5
// value: 2.25
// gradient: 3.0
// direction: 1
// hvp: 2
// The numbers are reference values in 17 digits for Enzyme ForwardMode/fabs_signed_zero.c.
// point: x: 0
// kink: at 0
// gradient: 0
using System;
using DiffGen;

namespace Cases.Functions;

public static partial class AbsOfNegativeSquare
{
    [Differentiable]
    public static double F(double x) => Math.Abs(-x * x);
}
