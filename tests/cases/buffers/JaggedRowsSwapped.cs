// Rows of a local jagged array change places.
// point: x: 1.5, y: -0.5
using System;
using DiffGen;

namespace Cases.Buffers;

public static partial class JaggedRowsSwapped
{
    [Differentiable]
    public static double F(double x, double y)
    {
        double[][] rows = [[x, y, x * y], [y * y, x, 1]];
        double[] first = rows[0];
        rows[0] = rows[1];
        rows[1] = first;
        double s = 0;
        for (int j = 0; j < 3; j++)
            s += rows[0][j] * rows[1][j] * (j + 1) + (rows[0][j] * 2);
        return s;
    }
}
