// exp, logarithms of every base, with one and two arguments.
// point: x: 0.4, b: 3.0
using System;
using DiffGen;

namespace Cases.Functions;

public static partial class Exponentials
{
    [Differentiable]
    public static double F(double x, double b) =>
        Math.Exp(x) + Math.Log(x) + Math.Log(x, b) + Math.Log2(x + 1) + Math.Log10(x) + double.Exp2(x) + double.Exp10(x) + double.ExpM1(x) + double.LogP1(x) + double.Log2P1(x) + double.Log10P1(x) + double.Exp2M1(x) + double.Exp10M1(x);
}
