using System;

namespace DiffGen.Benchmarks.ByHand;

/// <summary>The gradient of the logarithm of a sum of exponentials: each exponential's share.</summary>
internal static class LogSumExpByHand
{
    public static void Gradient(ReadOnlySpan<double> x, Span<double> dx)
    {
        dx = dx[..x.Length];
        double largest = x[0];
        for (int i = 1; i < x.Length; i++)
        {
            if (x[i] > largest)
                largest = x[i];
        }
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            dx[i] = Math.Exp(x[i] - largest);
            sum += dx[i];
        }
        double inverse = 1 / sum;
        for (int i = 0; i < dx.Length; i++)
            dx[i] *= inverse;
    }
}
