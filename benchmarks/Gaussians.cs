using System;

namespace DiffGen.Benchmarks;

/// <summary>The log-likelihood of a mixture of Gaussians with full covariances, as plain loops over flat arrays.</summary>
internal static partial class Gaussians
{
    /// <param name="q">Logarithms of the diagonals, d per component.</param>
    /// <param name="l">Strict lower triangles by columns, d(d−1)/2 per component.</param>
    [Differentiable(Derivatives.Default | Derivatives.Hvp)]
    public static double LogLikelihood(int d, int k, int n, ReadOnlySpan<double> alpha, ReadOnlySpan<double> mu, ReadOnlySpan<double> q,
        ReadOnlySpan<double> l, [NoDerivative] ReadOnlySpan<double> x)
    {
        int triangle = d * (d - 1) / 2;
        double[] diagonal = new double[k * d];
        double[] logDeterminant = new double[k];
        for (int c = 0; c < k; c++)
        {
            for (int j = 0; j < d; j++)
            {
                diagonal[c * d + j] = Math.Exp(q[c * d + j]);
                logDeterminant[c] += q[c * d + j];
            }
        }
        double[] centred = new double[d];
        double[] y = new double[d];
        double[] terms = new double[k];
        double sum = 0;
        for (int i = 0; i < n; i++)
        {
            for (int c = 0; c < k; c++)
            {
                for (int j = 0; j < d; j++)
                {
                    centred[j] = x[i * d + j] - mu[c * d + j];
                    y[j] = diagonal[c * d + j] * centred[j];
                }
                int next = c * triangle;
                for (int a = 0; a < d; a++)
                {
                    for (int b = a + 1; b < d; b++)
                        y[b] += l[next++] * centred[a];
                }
                double square = 0;
                for (int j = 0; j < d; j++)
                    square += y[j] * y[j];
                terms[c] = alpha[c] + logDeterminant[c] - 0.5 * square;
            }
            sum += LogSumExp(terms);
        }
        return sum - n * LogSumExp(alpha);
    }

    [Differentiable]
    private static double LogSumExp(ReadOnlySpan<double> t)
    {
        double largest = t[0];
        for (int i = 1; i < t.Length; i++)
        {
            if (t[i] > largest)
                largest = t[i];
        }
        double sum = 0;
        for (int i = 0; i < t.Length; i++)
            sum += Math.Exp(t[i] - largest);
        return Math.Log(sum) + largest;
    }
}
