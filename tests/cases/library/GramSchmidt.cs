// Modified Gram-Schmidt on the rows of a jagged array that is taken over, and the volume that it spans.
// point: rows: [[1, 0.5, -0.2], [0.3, 2, 0.1], [-0.4, 0.6, 1.5]]
using System;
using DiffGen;

namespace Cases.Library;

public static partial class GramSchmidt
{
    [Differentiable]
    public static double F(double[][] rows)
    {
        double volume = 1;
        for (int i = 0; i < rows.Length; i++)
        {
            double[] v = rows[i];
            for (int j = 0; j < i; j++)
            {
                double projection = Inner(v, rows[j]);
                for (int k = 0; k < v.Length; k++)
                    v[k] -= projection * rows[j][k];
            }
            double norm = Math.Sqrt(Inner(v, v));
            if (norm < 1e-14)
                return 0;
            volume *= norm;
            for (int k = 0; k < v.Length; k++)
                v[k] /= norm;
        }
        return volume + rows[1][0];
    }

    [Differentiable]
    private static double Inner(double[] a, double[] b)
    {
        double s = 0;
        for (int i = 0; i < a.Length; ++i)
            s += a[i] * b[i];
        return s;
    }
}
