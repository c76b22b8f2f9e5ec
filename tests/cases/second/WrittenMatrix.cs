// A matrix and rows that are written: both kinds of directions are copied element by element.
// point: a: new double[,] { { 2, 0.5 }, { 0.3, 1.5 } }, rows: [[0.2, 0.4, 0.6], [0.1]]
using System;
using DiffGen;

namespace Cases.Second;

public static partial class WrittenMatrix
{
    [Differentiable(Derivatives.Default | Derivatives.Hvp)]
    public static double F(double[,] a, double[][] rows)
    {
        double s = 0;
        foreach (double[] row in rows)
        {
            for (int i = 0; i < row.Length; i++)
            {
                row[i] = Math.Exp(row[i]) * a[0, 0];
                s += row[i] * row[0];
            }
        }
        a[1, 0] /= a[0, 0];
        a[1, 1] -= a[1, 0] * a[0, 1];
        return s * a[0, 0] * a[1, 1];
    }
}
