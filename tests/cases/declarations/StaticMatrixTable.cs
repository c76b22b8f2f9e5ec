// Static readonly tables of two dimensions and jagged ones.
// point: x: [1.5, 0.5]
using System;
using DiffGen;

namespace Cases.Declarations;

public static partial class StaticMatrixTable
{
    private static readonly double[,] Square = { { 1, 2 }, { 3, 4 } };
    private static readonly double[][] Rows = [[0.5], [1, 2]];

    [Differentiable]
    public static double F(double[] x)
    {
        double s = 0;
        for (int i = 0; i < 2; i++)
        {
            for (int j = 0; j < 2; j++)
                s += x[i] * Square[i, j] * x[j];
        }
        return s + (Rows[1][1] * x[0]) + Rows[0][0];
    }
}
