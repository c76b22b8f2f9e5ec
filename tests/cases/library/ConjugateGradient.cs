// The method of conjugate gradients for the upper triangle of a sparse symmetric matrix in rows, stopped by the residual.
// point: values: [4, -1, 5, -1, 3, 0.5, 2], columns: [0, 1, 1, 2, 2, 3, 3], starts: [0, 2, 4, 6, 7], b: [1, 2, -1, 0.5]
// value: 0.81679012345679012
// gradient: -0.17326139308032312, -0.29039841487578113, -0.10052248132906569, 0.11787593354671544, -0.034550830666057004, 0.12866087486663618, -0.10778356957780826, 0.48729766803840878, 0.23807956104252401, -0.1413443072702332, 0.34644718792866941
// within: 1e-10
using System;
using DiffGen;

namespace Cases.Library;

public static partial class ConjugateGradient
{
    [Differentiable]
    public static double F(double[] values, int[] columns, int[] starts, double[] b)
    {
        int n = b.Length;
        double[] x = new double[n], r = [.. b], p = [.. b], ap = new double[n];
        double rr = Dot(r, r);
        for (int k = 0; k < 2 * n; k++)
        {
            Multiply(values, columns, starts, p, ap);
            double alpha = rr / Dot(p, ap);
            for (int i = 0; i < n; i++)
            {
                x[i] += alpha * p[i];
                r[i] -= alpha * ap[i];
            }
            double next = Dot(r, r);
            if (next < 1e-24)
                break;
            double beta = next / rr;
            rr = next;
            for (int i = 0; i < n; i++)
                p[i] = r[i] + (beta * p[i]);
        }
        return Dot(x, x) + x[0];
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
    private static void Multiply(double[] values, int[] columns, int[] starts, double[] x, double[] y)
    {
        Array.Clear(y);
        for (int row = 0; row + 1 < starts.Length; row++)
        {
            for (int k = starts[row]; k < starts[row + 1]; k++)
            {
                int column = columns[k];
                y[row] += values[k] * x[column];
                if (column != row)
                    y[column] += values[k] * x[row];
            }
        }
    }
}
