using System;

namespace DiffGen.Benchmarks.Spellings;

/// <summary>A helper for the largest and one for the sum, with while loops.</summary>
internal static partial class LseHelpers
{
    [Differentiable(Derivatives.Gradient)]
    public static double LogSumExp(ReadOnlySpan<double> x)
    {
        double top = Largest(x);
        return Math.Log(Sum(x, top)) + top;
    }

    [Differentiable]
    private static double Largest(ReadOnlySpan<double> x)
    {
        double top = x[0];
        int i = 1;
        while (i < x.Length)
        {
            top = x[i] > top ? x[i] : top;
            i++;
        }
        return top;
    }

    [Differentiable]
    private static double Sum(ReadOnlySpan<double> x, double shift)
    {
        double sum = 0;
        int i = 0;
        while (i < x.Length)
            sum += Math.Exp(x[i++] - shift);
        return sum;
    }
}
