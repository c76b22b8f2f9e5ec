// A row held in a local and written through it.
// point: rows: new double[][] { [1.0, 2.0], [3.0, -1.0] }
using System;
using DiffGen;

namespace Cases.Buffers;

public static partial class JaggedRowAlias
{
    [Differentiable]
    public static double F(double[][] rows)
    {
        double s = 0;
        foreach (double[] row in rows)
        {
            row[0] = row[0] * row[1];
            s += row[0] * row[0];
        }
        return s + rows[0][0];
    }
}
