// A sum inside a sum.
// point: a: new double[,] { { 1, 2 }, { 3, 4 }, { 5, 6 } }
// fused: 1
// tape: none
using System;
using DiffGen;

namespace Cases.Fusion;

public static partial class InnerSum
{
    [Differentiable]
    public static double F(double[,] a)
    {
        double s = 0;
        for (int i = 0; i < a.GetLength(0); i++)
        {
            double row = 0;
            for (int j = 0; j < a.GetLength(1); j++)
                row += a[i, j] * a[i, j];
            s += Math.Log(row);
        }
        return s;
    }
}
