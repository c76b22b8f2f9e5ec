using System;

namespace DiffGen.Benchmarks.Spellings;

/// <summary>foreach, and Math.Max.</summary>
internal static partial class LseForeach
{
    [Differentiable(Derivatives.Gradient)]
    public static double LogSumExp(double[] x)
    {
        double top = double.NegativeInfinity;
        foreach (double e in x)
            top = Math.Max(top, e);
        double sum = 0;
        foreach (double e in x)
            sum += Math.Exp(e - top);
        return top + Math.Log(sum);
    }
}
