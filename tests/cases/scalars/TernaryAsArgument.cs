// A conditional inside an argument inside an operator.
// point: x: 0.3, n: 1
// point: x: 0.3, n: 2
using System;
using DiffGen;

namespace Cases.Scalars;

public static partial class TernaryAsArgument
{
    [Differentiable]
    public static double F(double x, int n) => x * Math.Exp(n == 1 ? x : x * x) - (n > 1 ? Math.Sin(x) : x) * 2;
}
