// The conditional log-likelihood of an ARMA(p, q) process with residuals kept in a ring.
// point: series: [0.2, 0.5, -0.1, 0.4, 0.9, 0.3, -0.6], ar: [0.5, -0.2], ma: [0.3], variance: 0.7, mean: 0.1
using System;
using DiffGen;

namespace Cases.Library;

public static partial class ArmaLikelihood
{
    [Differentiable]
    public static double F(ReadOnlySpan<double> series, double[] ar, double[] ma, double variance, double mean)
    {
        int p = ar.Length, q = ma.Length;
        double[] residuals = new double[Math.Max(q, 1)];
        double sum = 0;
        for (int t = p; t < series.Length; t++)
        {
            double prediction = mean;
            for (int i = 0; i < p; i++)
                prediction += ar[i] * (series[t - 1 - i] - mean);
            for (int j = 0; j < q && t - 1 - j >= p; j++)
                prediction += ma[j] * residuals[(t - 1 - j) % q];
            double e = series[t] - prediction;
            if (q > 0)
                residuals[t % q] = e;
            sum += (e * e / variance) + Math.Log(2 * Math.PI * variance);
        }
        return -0.5 * sum;
    }
}
