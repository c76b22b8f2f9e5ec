// Eigenvalues of a symmetric matrix by Jacobi's rotations, returned sorted in an array.
// point: a: new double[,] { {4, 1, 0.3}, {1, 2, -0.4}, {0.3, -0.4, 1} }
using System;
using DiffGen;

namespace Cases.Library;

public static partial class JacobiEigenvalues
{
    [Differentiable]
    public static double[] F(double[,] a)
    {
        int n = a.GetLength(0);
        var m = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
                m[i, j] = 0.5 * (a[i, j] + a[j, i]);
        }
        for (int sweep = 0; sweep < 12; sweep++)
        {
            double off = 0;
            for (int p = 0; p < n - 1; p++)
            {
                for (int q = p + 1; q < n; q++)
                {
                    off += Math.Abs(m[p, q]);
                    if (Math.Abs(m[p, q]) < 1e-20)
                        continue;
                    double theta = (m[q, q] - m[p, p]) / (2 * m[p, q]);
                    double t = Math.CopySign(1, theta) / (Math.Abs(theta) + Math.Sqrt((theta * theta) + 1));
                    double c = 1 / Math.Sqrt((t * t) + 1);
                    Rotate(m, p, q, c, t * c);
                }
            }
            if (off < 1e-18)
                break;
        }
        var values = new double[n];
        for (int i = 0; i < n; i++)
            values[i] = m[i, i];
        for (int i = 0; i < n; i++)
        {
            for (int j = n - 1; j > i; j--)
            {
                if (values[j] < values[j - 1])
                    (values[j - 1], values[j]) = (values[j], values[j - 1]);
            }
        }
        return values;
    }

    [Differentiable]
    private static void Rotate(double[,] m, int p, int q, double c, double s)
    {
        for (int k = 0; k < m.GetLength(0); k++)
        {
            (double x, double y) = (m[k, p], m[k, q]);
            m[k, p] = (c * x) - (s * y);
            m[k, q] = (s * x) + (c * y);
        }
        for (int k = 0; k < m.GetLength(1); k++)
        {
            (double x, double y) = (m[p, k], m[q, k]);
            m[p, k] = (c * x) - (s * y);
            m[q, k] = (s * x) + (c * y);
        }
    }
}
