// Linear prediction by Levinson and Durbin's recursion on autocorrelations of a signal.
// point: signal: [1, 0.5, -0.3, 0.2, 0.9, -1, 0.4, 0.8], order: 3
using System;
using DiffGen;

namespace Cases.Library;

public static partial class LevinsonDurbin
{
    [Differentiable]
    public static double F(double[] signal, int order)
    {
        Span<double> r = stackalloc double[order + 1];
        for (int lag = 0; lag <= order; lag++)
        {
            for (int i = lag; i < signal.Length; i++)
                r[lag] += signal[i] * signal[i - lag];
        }
        double[] a = new double[order + 1], previous = new double[order + 1];
        a[0] = 1;
        double error = r[0];
        for (int m = 1; m <= order; m++)
        {
            double reflection = r[m];
            for (int i = 1; i < m; i++)
                reflection += a[i] * r[m - i];
            reflection /= -error;
            a.CopyTo(previous, 0);
            for (int i = 1; i < m; i++)
                a[i] += reflection * previous[m - i];
            a[m] = reflection;
            error *= 1 - (reflection * reflection);
        }
        return Math.Log(error) + a[1];
    }
}
