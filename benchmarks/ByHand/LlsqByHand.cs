using System;

namespace DiffGen.Benchmarks.ByHand;

/// <summary>The gradient of the polynomial fit: residuals times powers, which are kept from the way forward.</summary>
internal static class LlsqByHand
{
    private static double[]? _storage;

    public static void Gradient(ReadOnlySpan<double> x, int n, Span<double> dx)
    {
        dx = dx[..x.Length];
        Span<double> powers = Scratch.Reserve(ref _storage, x.Length);
        dx.Clear();
        for (int i = 0; i < n; i++)
        {
            double t = -1 + (2.0 * i / (n - 1)), power = 1, polynomial = 0;
            for (int j = 0; j < x.Length; j++)
            {
                powers[j] = power;
                polynomial += x[j] * power;
                power *= t;
            }
            double residual = Math.Sign(t) - polynomial;
            for (int j = 0; j < dx.Length; j++)
                dx[j] -= residual * powers[j];
        }
    }
}
