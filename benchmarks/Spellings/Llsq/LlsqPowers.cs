using System;

namespace DiffGen.Benchmarks.Spellings;

/// <summary>The powers of a point in a scratch array outside the loop, then their product with the coefficients.</summary>
internal static partial class LlsqPowers
{
    [Differentiable(Derivatives.Gradient)]
    public static double HalfSquares(ReadOnlySpan<double> x, int n)
    {
        var powers = new double[x.Length];
        double sum = 0;
        for (int i = 0; i < n; i++)
        {
            double t = -1 + (2.0 * i / (n - 1));
            powers[0] = 1;
            for (int j = 1; j < powers.Length; j++)
                powers[j] = powers[j - 1] * t;
            double value = 0;
            for (int j = 0; j < powers.Length; j++)
                value += x[j] * powers[j];
            double residual = Math.Sign(t) - value;
            sum += residual * residual;
        }
        return 0.5 * sum;
    }
}
