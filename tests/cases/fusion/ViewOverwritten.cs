// A view made inside a loop shows memory that is overwritten after the loop.
// point: x: [0.5, -1.5, 2], w: [0.3, -0.2, 0.5]
using System;
using DiffGen;

namespace Cases.Fusion;

public static partial class ViewOverwritten
{
    [Differentiable]
    public static double F(double[] x, ReadOnlySpan<double> w)
    {
        var h = new double[2];
        for (int i = 0; i < 2; i++)
        {
            ReadOnlySpan<double> view = x;
            double s = 0;
            for (int j = 0; j < view.Length; j++)
                s += view[j] * w[j];
            h[i] = s * (i + 1);
        }
        for (int j = 0; j < x.Length; j++)
            x[j] *= x[j];
        return (h[0] * x[0]) + h[1];
    }
}
