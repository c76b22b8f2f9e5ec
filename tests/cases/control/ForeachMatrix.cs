// foreach over a matrix visits it row by row.
// point: a: new double[,] { { 1, 2, 3 }, { 4, 5, 6 } }
using System;
using DiffGen;

namespace Cases.Control;

public static partial class ForeachMatrix
{
    [Differentiable]
    public static double F(double[,] a)
    {
        double s = 0;
        foreach (double e in a)
            s = (s * 0.9) + (e * e);
        return s;
    }
}
