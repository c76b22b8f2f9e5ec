// Gradients by a matrix and by rows of a jagged array, allocated and given.
// point: m: new double[,] { { 0.5, -0.3 }, { 0.8, 0.2 } }, r: [[1.2], [0.3, -0.7]]
using System;
using DiffGen;

namespace Cases.Nested;

public static partial class MatrixAndJagged
{
    [Differentiable]
    public static double F(double[,] m, double[][] r)
    {
        (double[,] dm, double[][] dr) = GGradient(m, r);
        double sum = dm[0, 1] * dm[1, 0] + dr[1][1];
        GGradient(m, r, dm, dr);
        return sum + dm[1, 1] * dr[0][0];
    }

    [Differentiable]
    private static double G(double[,] m, double[][] r)
    {
        double sum = 0;
        for (int i = 0; i < m.GetLength(0); i++)
        {
            for (int j = 0; j < m.GetLength(1); j++)
                sum += Math.Sin(m[i, j] * r[1][j]) * m[i, j];
        }
        return sum + r[0][0] * r[0][0] * m[1, 1];
    }
}
