// Gaussian mixture: flat arrays and one scratch array outside the loop over points.
// point: alpha: CaseData.Flat("gmm_d3_k4_n7", "input.alpha"), mu: CaseData.Flat("gmm_d3_k4_n7", "input.mu"), q: CaseData.Flat("gmm_d3_k4_n7", "input.q"), l: CaseData.Flat("gmm_d3_k4_n7", "input.l"), x: CaseData.Flat("gmm_d3_k4_n7", "input.x"), d: 3, gamma: 1.5, m: 2
// objective: gmm_d3_k4_n7 objective
// reference: gmm_d3_k4_n7 1e-11 jacobian.alpha jacobian.mu jacobian.q jacobian.l
using System;
using DiffGen;

namespace Cases.Objectives;

public static partial class GmmFlat
{
    [Differentiable]
    public static double F(
        ReadOnlySpan<double> alpha, ReadOnlySpan<double> mu, ReadOnlySpan<double> q, ReadOnlySpan<double> l,
        [NoDerivative] ReadOnlySpan<double> x, int d, [NoDerivative] double gamma, int m)
    {
        int k = alpha.Length, n = x.Length / d, strict = d * (d - 1) / 2;
        var diagonal = new double[k * d];
        var sums = new double[k];
        for (int c = 0; c < k; c++)
        {
            for (int j = 0; j < d; j++)
            {
                sums[c] += q[(c * d) + j];
                diagonal[(c * d) + j] = Math.Exp(q[(c * d) + j]);
            }
        }
        var centred = new double[d];
        var y = new double[d];
        var terms = new double[k];
        double total = 0;
        for (int i = 0; i < n; i++)
        {
            for (int c = 0; c < k; c++)
            {
                for (int j = 0; j < d; j++)
                {
                    centred[j] = x[(i * d) + j] - mu[(c * d) + j];
                    y[j] = diagonal[(c * d) + j] * centred[j];
                }
                int index = c * strict;
                for (int a = 0; a < d; a++)
                {
                    for (int b = a + 1; b < d; b++)
                        y[b] += l[index++] * centred[a];
                }
                double square = 0;
                for (int j = 0; j < d; j++)
                    square += y[j] * y[j];
                terms[c] = alpha[c] + sums[c] - (0.5 * square);
            }
            total += LogSumExp(terms);
        }
        double prior = 0;
        for (int c = 0; c < k; c++)
        {
            double frobenius = 0;
            for (int j = 0; j < d; j++)
                frobenius += diagonal[(c * d) + j] * diagonal[(c * d) + j];
            for (int j = 0; j < strict; j++)
                frobenius += l[(c * strict) + j] * l[(c * strict) + j];
            prior += (0.5 * gamma * gamma * frobenius) - (m * sums[c]);
        }
        double freedom = d + m + 1;
        double constant = (freedom * d * (Math.Log(gamma) - (0.5 * Math.Log(2)))) - LogGammaMultivariate(0.5 * freedom, d);
        return (-n * d * 0.5 * Math.Log(2 * Math.PI)) + total - (n * LogSumExp(alpha)) - prior + (k * constant);
    }

    [Differentiable]
    private static double LogSumExp(ReadOnlySpan<double> v)
    {
        double top = v[0];
        for (int i = 1; i < v.Length; i++)
            top = Math.Max(top, v[i]);
        double sum = 0;
        for (int i = 0; i < v.Length; i++)
            sum += Math.Exp(v[i] - top);
        return Math.Log(sum) + top;
    }

    private static double LogGammaMultivariate(double a, int p)
    {
        double s = 0.25 * p * (p - 1) * Math.Log(Math.PI);
        for (int j = 1; j <= p; j++)
            s += LogGamma(a + (0.5 * (1 - j)));
        return s;
    }

    // Stirling's series after shifting the argument up.
    private static double LogGamma(double z)
    {
        double shift = 0;
        while (z < 20)
            shift -= Math.Log(z++);
        double r = 1 / z, r2 = r * r;
        return shift + ((z - 0.5) * Math.Log(z)) - z + (0.5 * Math.Log(2 * Math.PI)) + (r * ((1.0 / 12) - (r2 * ((1.0 / 360) - (r2 * ((1.0 / 1260) - (r2 / 1680)))))));
    }
}
