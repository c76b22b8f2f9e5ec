using System;

namespace DiffGen.Benchmarks.Spellings;

/// <summary>Row spans and a helper per step; scratch memory inside the loop over points; while loops; Math.Max.</summary>
internal static partial class GmmByRows
{
    [Differentiable(Derivatives.Gradient)]
    public static double LogPosterior(
        int d, int k, int n, ReadOnlySpan<double> alpha, ReadOnlySpan<double> mu, ReadOnlySpan<double> q, ReadOnlySpan<double> l,
        [NoDerivative] ReadOnlySpan<double> x)
    {
        int triangle = d * (d - 1) / 2;
        Span<double> scales = new double[k * d];
        int e = 0;
        while (e < scales.Length)
        {
            scales[e] = Math.Exp(q[e]);
            e++;
        }
        double likelihood = 0;
        int i = 0;
        while (i < n)
        {
            ReadOnlySpan<double> point = x.Slice(i * d, d);
            Span<double> terms = new double[k];
            for (int c = 0; c < k; c++)
            {
                Span<double> y = new double[d];
                Transform(point, mu.Slice(c * d, d), scales.Slice(c * d, d), l.Slice(c * triangle, triangle), y);
                terms[c] = alpha[c] + Sum(q.Slice(c * d, d)) - (0.5 * Dot(y, y));
            }
            likelihood += LogSumExp(terms);
            i++;
        }
        double prior = 0.5 * (Dot(scales, scales) + Dot(l, l));
        return likelihood - (n * LogSumExp(alpha)) - prior;
    }

    // The triangular matrix, its diagonal apart and the rest by columns, times the point's distance from the mean.
    [Differentiable]
    private static void Transform(
        [NoDerivative] ReadOnlySpan<double> point, ReadOnlySpan<double> mean, ReadOnlySpan<double> scale, ReadOnlySpan<double> lower, Span<double> y)
    {
        for (int j = 0; j < y.Length; j++)
            y[j] = scale[j] * (point[j] - mean[j]);
        int start = 0;
        for (int a = 0; a < y.Length; a++)
        {
            double centred = point[a] - mean[a];
            int rest = y.Length - a - 1;
            AddScaled(lower.Slice(start, rest), centred, y.Slice(a + 1, rest));
            start += rest;
        }
    }

    [Differentiable]
    private static void AddScaled(ReadOnlySpan<double> a, double factor, Span<double> sum)
    {
        for (int i = 0; i < a.Length; i++)
            sum[i] += a[i] * factor;
    }

    [Differentiable]
    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }

    [Differentiable]
    private static double Sum(ReadOnlySpan<double> a)
    {
        double sum = 0;
        foreach (double e in a)
            sum += e;
        return sum;
    }

    [Differentiable]
    private static double LogSumExp(ReadOnlySpan<double> t)
    {
        double top = t[0];
        foreach (double e in t)
            top = Math.Max(top, e);
        double sum = 0;
        foreach (double e in t)
            sum += Math.Exp(e - top);
        return top + Math.Log(sum);
    }
}
