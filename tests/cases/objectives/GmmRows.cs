// Gaussian mixture: rows of jagged arrays, helpers per component, a thousand points.
// point: alpha: CaseData.Flat("gmm_d2_k5_n1000", "input.alpha"), mu: CaseData.Rows("gmm_d2_k5_n1000", "input.mu"), q: CaseData.Rows("gmm_d2_k5_n1000", "input.q"), l: CaseData.Rows("gmm_d2_k5_n1000", "input.l"), x: CaseData.Rows("gmm_d2_k5_n1000", "input.x")
// objective: gmm_d2_k5_n1000 objective
// reference: gmm_d2_k5_n1000 1e-11 jacobian.alpha jacobian.mu jacobian.q jacobian.l
using System;
using DiffGen;

namespace Cases.Objectives;

public static partial class GmmRows
{
    [Differentiable]
    public static double F(double[] alpha, double[][] mu, double[][] q, double[][] l, [NoDerivative] double[][] x)
    {
        int k = alpha.Length, d = mu[0].Length, n = x.Length;
        double total = 0;
        foreach (double[] point in x)
        {
            var terms = new double[k];
            for (int c = 0; c < k; c++)
                terms[c] = alpha[c] + Sum(q[c]) - (0.5 * SquaredDistance(point, mu[c], q[c], l[c]));
            total += LogSumExp(terms);
        }
        double prior = 0;
        for (int c = 0; c < k; c++)
        {
            foreach (double e in q[c])
                prior += 0.5 * Math.Exp(2 * e);
            foreach (double e in l[c])
                prior += 0.5 * e * e;
        }
        double constant = ((d + 1) * d * -0.5 * Math.Log(2)) - LogGammaMultivariate(0.5 * (d + 1), d);
        return (-n * d * 0.5 * Math.Log(2 * Math.PI)) + total - (n * LogSumExp(alpha)) - prior + (k * constant);
    }

    [Differentiable]
    private static double SquaredDistance([NoDerivative] double[] x, double[] mu, double[] q, double[] l)
    {
        int d = x.Length;
        Span<double> y = stackalloc double[d];
        for (int j = 0; j < d; j++)
            y[j] = Math.Exp(q[j]) * (x[j] - mu[j]);
        int index = 0;
        for (int a = 0; a < d; a++)
        {
            for (int b = a + 1; b < d; b++)
                y[b] += l[index++] * (x[a] - mu[a]);
        }
        double s = 0;
        foreach (double e in y)
            s += e * e;
        return s;
    }

    [Differentiable]
    private static double Sum(double[] v)
    {
        double s = 0;
        foreach (double e in v)
            s += e;
        return s;
    }

    [Differentiable]
    private static double LogSumExp(double[] v)
    {
        double top = double.NegativeInfinity;
        foreach (double e in v)
        {
            if (e > top)
                top = e;
        }
        double sum = 0;
        foreach (double e in v)
            sum += Math.Exp(e - top);
        return Math.Log(sum) + top;
    }

    private static double LogGammaMultivariate(double a, int p)
    {
        double s = 0.25 * p * (p - 1) * Math.Log(Math.PI);
        for (int j = 1; j <= p; j++)
            s += LogGamma(a + (0.5 * (1 - j)));
        return s;
    }

    // Half-integers and integers alone: Gamma(1/2) is the root of pi.
    private static double LogGamma(double z) => z switch
    {
        0.5 => 0.5 * Math.Log(Math.PI),
        1 => 0,
        _ => Math.Log(z - 1) + LogGamma(z - 1),
    };
}
