// The inner loop of a mixture model: a maximum, a sum of exponentials, a logarithm, per row.
// point: a: new double[,] { { 1, 2, 0.5 }, { 3, -4, 1 } }
using System;
using DiffGen;

namespace Cases.Fusion;

public static partial class LogSumExpRows
{
    [Differentiable]
    public static double F(double[,] a)
    {
        int n = a.GetLength(0), k = a.GetLength(1);
        var row = new double[k];
        double total = 0;
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < k; j++)
                row[j] = a[i, j] * a[i, j];
            double top = row[0];
            for (int j = 1; j < k; j++)
            {
                if (row[j] > top)
                    top = row[j];
            }
            double sum = 0;
            for (int j = 0; j < k; j++)
                sum += Math.Exp(row[j] - top);
            total += Math.Log(sum) + top;
        }
        return total;
    }
}
