using System;
using DiffGen;

namespace GradBench.Objectives;

/// <summary>The log-posterior of a mixture of Gaussians with a Wishart prior on their precision matrices.</summary>
public static partial class Gmm
{
    /// <summary>The log-posterior. Matrices are flat, row after row.</summary>
    /// <param name="d">Dimension of the points.</param>
    /// <param name="k">Number of components.</param>
    /// <param name="n">Number of points.</param>
    /// <param name="alpha">Logarithms of the weights, not normalised, one per component.</param>
    /// <param name="mu">Means, d per component.</param>
    /// <param name="q">Logarithms of the diagonals, d per component.</param>
    /// <param name="l">Strict lower triangles by columns, d(d−1)/2 per component.</param>
    /// <param name="x">Points, d numbers each.</param>
    /// <param name="gamma">Precision of the prior.</param>
    /// <param name="m">Additional degrees of freedom of the prior.</param>
    [Differentiable(Derivatives.Gradient)]
    [Differentiable(Derivatives.Gradient, Name = "LogPosteriorFast", FloatingPoint = FloatingPoint.Fast)]
    public static double LogPosterior(
        int d, int k, int n, ReadOnlySpan<double> alpha, ReadOnlySpan<double> mu, ReadOnlySpan<double> q, ReadOnlySpan<double> l,
        [NoDerivative] ReadOnlySpan<double> x, [NoDerivative] double gamma, int m)
    {
        int triangle = d * (d - 1) / 2;
        var diagonal = new double[k * d];
        var logDeterminant = new double[k];
        for (int c = 0; c < k; c++)
        {
            for (int j = 0; j < d; j++)
            {
                diagonal[(c * d) + j] = Math.Exp(q[(c * d) + j]);
                logDeterminant[c] += q[(c * d) + j];
            }
        }
        var centred = new double[d];
        var y = new double[d];
        var terms = new double[k];
        double likelihood = 0;
        for (int i = 0; i < n; i++)
        {
            for (int c = 0; c < k; c++)
            {
                for (int j = 0; j < d; j++)
                {
                    centred[j] = x[(i * d) + j] - mu[(c * d) + j];
                    y[j] = diagonal[(c * d) + j] * centred[j];
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
                terms[c] = alpha[c] + logDeterminant[c] - (0.5 * square);
            }
            likelihood += Lse.LogSumExp(terms);
        }
        double prior = 0;
        for (int c = 0; c < k; c++)
        {
            double frobenius = 0;
            for (int j = 0; j < d; j++)
                frobenius += diagonal[(c * d) + j] * diagonal[(c * d) + j];
            for (int j = 0; j < triangle; j++)
                frobenius += l[(c * triangle) + j] * l[(c * triangle) + j];
            prior += (0.5 * gamma * gamma * frobenius) - (m * logDeterminant[c]);
        }
        return likelihood - (n * Lse.LogSumExp(alpha)) - prior + Constant(d, k, n, gamma, m);
    }

    /// <summary>What of the log-posterior depends on sizes and on the prior alone.</summary>
    public static double Constant(int d, int k, int n, double gamma, int m)
    {
        int freedom = d + m + 1;
        double logGamma = 0.25 * d * (d - 1) * Math.Log(Math.PI);
        for (int j = 1; j <= d; j++)
            logGamma += LogGamma((0.5 * freedom) + (0.5 * (1 - j)));
        double normaliser = (freedom * d * (Math.Log(gamma) - (0.5 * Math.Log(2)))) - logGamma;
        return (k * normaliser) - (n * d * 0.5 * Math.Log(2 * Math.PI));
    }

    // Stirling's series, after the recurrence has moved the argument to where the series is exact to the last digits.
    private static double LogGamma(double z)
    {
        double shift = 0;
        while (z < 20)
            shift -= Math.Log(z++);
        double r = 1 / z, square = r * r;
        double series = r * ((1.0 / 12) - (square * ((1.0 / 360) - (square * ((1.0 / 1260) - (square / 1680))))));
        return shift + ((z - 0.5) * Math.Log(z)) - z + (0.5 * Math.Log(2 * Math.PI)) + series;
    }
}
