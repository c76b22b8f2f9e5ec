using System;

namespace DiffGen.Benchmarks.Spellings;

/// <summary>Jagged arrays, foreach over points, a method for one component that takes exponentials anew for each point and allocates.</summary>
internal static partial class GmmJagged
{
    [Differentiable(Derivatives.Gradient)]
    public static double LogPosterior(double[] alpha, double[][] mu, double[][] q, double[][] l, [NoDerivative] double[][] x)
    {
        double likelihood = 0;
        foreach (double[] point in x)
        {
            var terms = new double[alpha.Length];
            for (int c = 0; c < alpha.Length; c++)
                terms[c] = alpha[c] + LogDensity(point, mu[c], q[c], l[c]);
            likelihood += LogSumExp(terms);
        }
        double prior = 0;
        for (int c = 0; c < alpha.Length; c++)
        {
            foreach (double e in q[c])
                prior += 0.5 * Math.Exp(2 * e);
            foreach (double e in l[c])
                prior += 0.5 * e * e;
        }
        return likelihood - (x.Length * LogSumExp(alpha)) - prior;
    }

    [Differentiable]
    private static double LogDensity([NoDerivative] double[] x, double[] mu, double[] q, double[] l)
    {
        int d = x.Length;
        var centred = new double[d];
        var y = new double[d];
        double logDeterminant = 0;
        for (int j = 0; j < d; j++)
        {
            centred[j] = x[j] - mu[j];
            y[j] = Math.Exp(q[j]) * centred[j];
            logDeterminant += q[j];
        }
        int index = 0;
        for (int a = 0; a < d; a++)
        {
            for (int b = a + 1; b < d; b++)
            {
                y[b] += l[index] * centred[a];
                index++;
            }
        }
        double square = 0;
        foreach (double e in y)
            square += e * e;
        return logDeterminant - (0.5 * square);
    }

    [Differentiable]
    private static double LogSumExp(double[] values)
    {
        double top = double.NegativeInfinity;
        foreach (double e in values)
        {
            if (e > top)
                top = e;
        }
        double sum = 0;
        foreach (double e in values)
            sum += Math.Exp(e - top);
        return Math.Log(sum) + top;
    }
}
