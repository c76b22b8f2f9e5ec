// Two elements of one array by reference: by constant indices, by indices that are compared while the program runs, and rows of a jagged array.
// point: x: [1.5, -0.5, 2.0], i: 0, j: 2
using System;
using DiffGen;

namespace Cases.Refs;

public static partial class ElementsThatDiffer
{
    [Differentiable]
    public static double F(double[] x, int i, int j)
    {
        double[][] rows = [[x[0], x[1]], [x[2], x[0] * x[1]]];
        Rotate(ref x[0], ref x[1], 0.3);
        Rotate(ref x[i], ref x[j], x[1]);
        for (int k = 0; k < 2; k++)
            Rotate(ref rows[0][k], ref rows[1][k], x[2]);
        Rotate(ref rows[0][0], ref rows[0][1], 1.1);
        return x[0] * x[1] * x[2] + rows[0][0] * rows[1][1] - rows[0][1] * rows[1][0];
    }

    [Differentiable]
    private static void Rotate(ref double a, ref double b, double angle)
    {
        double before = a;
        a = a * Math.Cos(angle) - b * Math.Sin(angle);
        b = before * Math.Sin(angle) + b * Math.Cos(angle);
    }
}
