// Gradients written to the rows of a jagged array that the caller of the outer method gave.
// point: r: [[1.2], [0.3, -0.7]], d: [[5.0], [6.0, 7.0]]
using System;
using DiffGen;

namespace Cases.Nested;

public static partial class GivenJagged
{
    [Differentiable]
    public static double F(double[][] r, double[][] d)
    {
        double before = d[1][0];
        GGradient(r, d);
        return d[0][0] * d[1][1] * before;
    }

    [Differentiable]
    private static double G(double[][] r)
    {
        double sum = 0;
        foreach (double[] row in r)
        {
            foreach (double e in row)
                sum += Math.Sin(e) * r[0][0] * e;
        }
        return sum;
    }
}
