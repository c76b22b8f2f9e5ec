// Shifted by the largest element, which a comparison finds.
// point: x: [1.0, 3.0, 2.0, -1.0]
using System;
using DiffGen;

namespace Cases.Functions;

public static partial class LogSumExp
{
    [Differentiable]
    public static double F(ReadOnlySpan<double> x)
    {
        double top = x[0];
        for (int i = 1; i < x.Length; i++)
        {
            if (x[i] > top)
                top = x[i];
        }
        double sum = 0;
        foreach (double e in x)
            sum += Math.Exp(e - top);
        return Math.Log(sum) + top;
    }
}
