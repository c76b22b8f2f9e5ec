// A local jagged array allocated row by row in a loop: a triangle of binomial-like sums.
// point: x: 0.8, y: 1.2, n: 5
using System;
using DiffGen;

namespace Cases.Buffers;

public static partial class JaggedLocal
{
    [Differentiable]
    public static double F(double x, double y, int n)
    {
        var t = new double[n][];
        for (int i = 0; i < n; i++)
        {
            t[i] = new double[i + 1];
            t[i][0] = x;
            for (int j = 1; j < i; j++)
                t[i][j] = t[i - 1][j - 1] * y + t[i - 1][j];
            if (i > 0)
                t[i][i] = y * t[i - 1][i - 1];
        }
        double s = 0;
        foreach (double e in t[n - 1])
            s += e * e;
        return s;
    }
}
