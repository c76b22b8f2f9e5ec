// A destination of the wrong length is refused inside as it is outside.
// point: x: [0.5, -0.3], n: 2
// point: x: [0.5, -0.3], n: 3
// throws: ArgumentException
using System;
using DiffGen;

namespace Cases.Nested;

public static partial class GivenWrongLength
{
    [Differentiable]
    public static double F(double[] x, int n)
    {
        var g = new double[n];
        GGradient(x, g);
        return g[0] * x[0];
    }

    [Differentiable]
    private static double G(double[] x)
    {
        double sum = 0;
        foreach (double e in x)
            sum += e * e * e;
        return sum;
    }
}
