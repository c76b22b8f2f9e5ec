// Rows of different lengths in, rows of different lengths out.
// point: rows: [[0.5, 1.5], [], [2.0, -1.0, 0.25]], matrix: new double[,] { { 1, 2, 0.5 }, { 0.25, -1, 3 } }
using System;
using DiffGen;

namespace Cases.Jacobians;

public static partial class Jagged
{
    [Differentiable(Derivatives.Jvp | Derivatives.Vjp | Derivatives.Jacobian)]
    public static double[,] F(double[][] rows, double[,] matrix)
    {
        var result = new double[rows.Length, 2];
        for (int i = 0; i < rows.Length; i++)
        {
            double[] row = rows[i];
            for (int j = 0; j < row.Length; j++)
            {
                result[i, 0] += row[j] * matrix[j % 2, j];
                result[i, 1] += Math.Sin(row[j]);
                row[j] *= matrix[0, j];
            }
        }
        matrix[1, 1] = result[0, 0] * result[0, 1];
        return result;
    }
}
