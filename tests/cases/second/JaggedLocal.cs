// Rows of a local jagged array: shadows of the first order have shadows themselves.
// point: x: [0.5, -1.5, 0.25]
using System;
using DiffGen;

namespace Cases.Second;

public static partial class JaggedLocal
{
    [Differentiable(Derivatives.Default | Derivatives.Hvp)]
    public static double F(double[] x)
    {
        var triangle = new double[x.Length][];
        for (int i = 0; i < x.Length; i++)
        {
            triangle[i] = new double[i + 1];
            for (int j = 0; j <= i; j++)
                triangle[i][j] = x[i] * Math.Exp(x[j]);
        }
        double s = 0;
        for (int i = 1; i < x.Length; i++)
        {
            for (int j = 0; j < triangle[i - 1].Length; j++)
                s += triangle[i][j] * triangle[i - 1][j];
        }
        return s;
    }
}
