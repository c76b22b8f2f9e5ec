// Akima's interpolation: slopes weighted by differences of neighbours, with ghost slopes at the ends.
// point: x: [0, 1, 2.2, 3, 4.5], y: [0.2, 1.1, 0.4, -0.3, 0.9], at: 2.6
using System;
using DiffGen;

namespace Cases.Library;

public static partial class AkimaSpline
{
    [Differentiable]
    public static double F(ReadOnlySpan<double> x, ReadOnlySpan<double> y, double at)
    {
        int n = x.Length;
        Span<double> m = stackalloc double[n + 3];
        for (int i = 0; i < n - 1; i++)
            m[i + 2] = (y[i + 1] - y[i]) / (x[i + 1] - x[i]);
        m[1] = (2 * m[2]) - m[3];
        m[0] = (2 * m[1]) - m[2];
        m[^2] = (2 * m[^3]) - m[^4];
        m[^1] = (2 * m[^2]) - m[^3];
        int k = 0;
        while (k < n - 2 && at >= x[k + 1])
            k++;
        double left = Slope(m.Slice(k, 4)), right = Slope(m[(k + 1)..(k + 5)]);
        double h = x[k + 1] - x[k], t = at - x[k], s = m[k + 2];
        return y[k] + (t * (left + (t * ((((3 * s) - (2 * left) - right) / h) + (t * (left + right - (2 * s)) / (h * h))))));
    }

    [Differentiable]
    private static double Slope(ReadOnlySpan<double> m)
    {
        double w1 = Math.Abs(m[3] - m[2]), w2 = Math.Abs(m[1] - m[0]);
        return w1 + w2 < 1e-12 ? 0.5 * (m[1] + m[2]) : ((w1 * m[1]) + (w2 * m[2])) / (w1 + w2);
    }
}
