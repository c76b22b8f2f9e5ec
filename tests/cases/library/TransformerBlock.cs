// A transformer block: layer norm, two heads, a residual, a gated network; all in flat buffers that slices divide.
// point: x: [0.1, 0.4, -0.3, 0.8, 0.5, 0.2, -0.7, 0.9], weights: [0.7, -0.1, 0.2, 0.3, -0.6, 0.9, 0.4, -0.2, 0.15, 0.25, -0.35, 0.45, 0.55, -0.65, 0.05, 0.6, 0.11, -0.21, 0.31, 0.41, -0.51, 0.61, 0.71, -0.81, 0.13, 0.23, -0.33, 0.43, 0.53, -0.63, 0.73, 0.83, 0.1, 0.2, -0.3, 0.4, 0.5, -0.6, 0.7, -0.8, 0.9, 0.15, -0.25, 0.35, 0.45, 0.55, -0.65, 0.75, 0.12, 0.22, 0.32, -0.42, 0.52, 0.62, -0.72, 0.82, 0.14, -0.24, 0.34, 0.44, -0.54, 0.64, 0.74, 0.84], tokens: 2
using System;
using DiffGen;

namespace Cases.Library;

public static partial class TransformerBlock
{
    private const int Heads = 2;

    [Differentiable]
    public static double F(double[] x, double[] weights, int tokens)
    {
        int width = x.Length / tokens, square = width * width;
        var (q, k) = (new double[x.Length], new double[x.Length]);
        double[] v = new double[x.Length], normal = new double[x.Length], mixed = new double[x.Length];
        ReadOnlySpan<double> w = weights;
        for (int t = 0; t < tokens; t++)
        {
            Range row = (t * width)..((t + 1) * width);
            Normalize(x.AsSpan(row), normal.AsSpan(row));
            Project(w[..square], normal.AsSpan(row), q.AsSpan(row));
            Project(w.Slice(square, square), normal.AsSpan(row), k.AsSpan(row));
            Project(w[(2 * square)..(3 * square)], normal.AsSpan(row), v.AsSpan(row));
        }
        for (int head = 0; head < Heads; head++)
            Attend(q, k, v, mixed, tokens, width, head * (width / Heads), width / Heads);
        double loss = 0;
        Span<double> gate = stackalloc double[width];
        for (int t = 0; t < tokens; t++)
        {
            Span<double> h = mixed.AsSpan(t * width, width);
            for (int i = 0; i < width; i++)
                h[i] += x[(t * width) + i];
            Project(w[(3 * square)..], h, gate);
            for (int i = 0; i < width; i++)
                loss += h[i] * Swish(gate[i]) * (i + 1);
        }
        return loss / tokens;
    }

    [Differentiable]
    private static void Normalize(ReadOnlySpan<double> x, Span<double> y)
    {
        double mean = 0, variance = 0;
        foreach (double e in x)
            mean += e / x.Length;
        foreach (double e in x)
            variance += (e - mean) * (e - mean) / x.Length;
        double inverse = 1 / Math.Sqrt(variance + 1e-5);
        for (int i = 0; i < y.Length; i++)
            y[i] = (x[i] - mean) * inverse;
    }

    [Differentiable]
    private static void Project(ReadOnlySpan<double> w, ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            double sum = 0;
            ReadOnlySpan<double> row = w.Slice(i * x.Length, x.Length);
            for (int j = 0; j < row.Length; j++)
                sum += row[j] * x[j];
            y[i] = sum;
        }
    }

    [Differentiable]
    private static void Attend(double[] q, double[] k, double[] v, double[] output, int tokens, int width, int from, int size)
    {
        double[] scores = new double[tokens];
        for (int i = 0; i < tokens; i++)
        {
            for (int j = 0; j < tokens; j++)
            {
                double s = 0;
                for (int d = from; d < from + size; d++)
                    s += q[(i * width) + d] * k[(j * width) + d];
                scores[j] = s / Math.Sqrt(size);
            }
            Softmax(scores);
            for (int j = 0; j < tokens; j++)
            {
                for (int d = from; d < from + size; d++)
                    output[(i * width) + d] += scores[j] * v[(j * width) + d];
            }
        }
    }

    [Differentiable]
    private static void Softmax(Span<double> s)
    {
        double top = s[0], sum = 0;
        foreach (double e in s[1..])
            top = Math.Max(top, e);
        for (int i = 0; i < s.Length; i++)
            sum += s[i] = Math.Exp(s[i] - top);
        for (int i = 0; i < s.Length; i++)
            s[i] /= sum;
    }

    [Differentiable]
    private static double Swish(double x) => x / (1 + Math.Exp(-x));
}
