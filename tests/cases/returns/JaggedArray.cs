// A jagged array as result.
// point: x: 1.5
using System;
using DiffGen;

namespace Cases.Returns;

public static partial class JaggedArray
{
    [Differentiable]
    public static double[][] F(double x)
    {
        double[][] rows = [[x, x * x], [Math.Exp(x)]];
        return rows;
    }
}
