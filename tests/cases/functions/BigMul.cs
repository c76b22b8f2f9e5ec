// Integer mathematics inside a differentiable method is left as it is.
// point: x: 1.2, n: -7
using System;
using DiffGen;

namespace Cases.Functions;

public static partial class BigMul
{
    [Differentiable]
    public static double F(double x, int n) => x * Math.Abs(n) * Math.Max(n, 3) + (x * x * Math.Sign(n));
}
