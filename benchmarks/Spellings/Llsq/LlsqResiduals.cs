using System;

namespace DiffGen.Benchmarks.Spellings;

/// <summary>All residuals in an array that a helper returns, summed in a second loop; the powers run column by column.</summary>
internal static partial class LlsqResiduals
{
    [Differentiable(Derivatives.Gradient)]
    public static double HalfSquares(ReadOnlySpan<double> x, int n)
    {
        double[] residuals = Residuals(x, n);
        double sum = 0;
        foreach (double residual in residuals)
            sum += residual * residual;
        return 0.5 * sum;
    }

    [Differentiable]
    private static double[] Residuals(ReadOnlySpan<double> x, int n)
    {
        var residuals = new double[n];
        for (int i = 0; i < n; i++)
        {
            double t = -1 + (2.0 * i / (n - 1));
            residuals[i] = Math.Sign(t);
            double power = 1;
            for (int j = 0; j < x.Length; j++, power *= t)
                residuals[i] -= x[j] * power;
        }
        return residuals;
    }
}
