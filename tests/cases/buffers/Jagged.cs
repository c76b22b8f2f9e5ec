// T[][] with rows of different lengths.
// point: rows: new double[][] { [1.0, 2.0], [3.0], [4.0, 5.0, 6.0] }
using System;
using DiffGen;

namespace Cases.Buffers;

public static partial class Jagged
{
    [Differentiable]
    public static double F(double[][] rows)
    {
        double s = 0;
        for (int i = 0; i < rows.Length; i++)
        {
            double p = 1;
            for (int j = 0; j < rows[i].Length; j++)
                p *= rows[i][j];
            s += p * p;
        }
        return s;
    }
}
