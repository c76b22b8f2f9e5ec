// Least squares by Householder's reflections on a flat column-major matrix.
// point: a: [1, 1, 1, 1, 0.5, -0.3, 1.2, 2.0], b: [0.7, -0.2, 1.5, 2.1], rows: 4
// value: 2.2160034602076125
// gradient: -0.030448809281498066, 0.059701811520455933, -0.11455119071850193, -0.07940769387339711, -0.15961853905005927, 0.30944912058045282, -0.59038146094994073, -0.57155984722405144, 0.16920415224913495, -0.32975778546712803, 0.63079584775086505, 0.52975778546712803
// within: 1e-10
using System;
using DiffGen;

namespace Cases.Library;

public static partial class HouseholderQr
{
    [Differentiable]
    public static double F(double[] a, double[] b, int rows)
    {
        int columns = a.Length / rows;
        Span<double> q = a.AsSpan().ToArray();
        double[] y = b.AsSpan(0, rows).ToArray();
        Span<double> diagonal = stackalloc double[columns];
        for (int k = 0; k < columns; k++)
        {
            Span<double> column = q.Slice(k * rows, rows);
            double norm = 0;
            for (int i = k; i < rows; i++)
                norm += column[i] * column[i];
            norm = Math.CopySign(Math.Sqrt(norm), -column[k]);
            diagonal[k] = norm;
            column[k] -= norm;
            double scale = -1 / (norm * column[k]);
            for (int j = k + 1; j < columns; j++)
                Reflect(column, q.Slice(j * rows, rows), k, scale);
            Reflect(column, y, k, scale);
        }
        double result = 0;
        for (int k = columns - 1; k >= 0; k--)
        {
            double s = y[k];
            for (int j = k + 1; j < columns; j++)
                s -= q[(j * rows) + k] * y[j];
            y[k] = s / diagonal[k];
            result += y[k] * (k + 1);
        }
        for (int i = columns; i < rows; i++)
            result += y[i] * y[i];
        return result;
    }

    [Differentiable]
    private static void Reflect(ReadOnlySpan<double> v, Span<double> x, int from, double scale)
    {
        double dot = 0;
        for (int i = from; i < x.Length; i++)
            dot += v[i] * x[i];
        dot *= scale;
        for (int i = from; i < x.Length; i++)
            x[i] -= dot * v[i];
    }
}
