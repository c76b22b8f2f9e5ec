// A for statement with several variables and steps.
// point: x: [0.3, -1.2, 0.8, 0.5, 1.1]
using System;
using DiffGen;

namespace Cases.Statements;

public static partial class ForWithSeveralVariables
{
    [Differentiable]
    public static double F(double[] x)
    {
        double s = 0;
        for (int i = 0, j = x.Length - 1; i < j; i++, j--)
        {
            (x[i], x[j]) = (x[j] * x[i], x[i] - x[j]);
            s += x[i] * j;
        }
        for (double t = x[0], d = 1; d < 4; t *= x[1], d++)
            s += t * d;
        return s;
    }
}
