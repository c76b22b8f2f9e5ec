// Weighted least squares of a line by running moments, and its coefficient of determination.
// point: x: [0, 1, 2, 3.5], y: [0.1, 0.9, 2.3, 3.1], weight: [1, 2, 0.5, 1]
using System;
using DiffGen;

namespace Cases.Library;

public static partial class LinearRegressionR2
{
    private struct Moments
    {
        public double W, X, Y, Xx, Xy, Yy;
    }

    [Differentiable]
    public static double F(double[] x, double[] y, double[] weight)
    {
        var m = new Moments();
        for (int i = 0; i < x.Length; i++)
        {
            double w = weight[i], total = m.W + w, dx = x[i] - m.X, dy = y[i] - m.Y, r = w / total;
            m.X += dx * r;
            m.Y += dy * r;
            m.Xx += w * dx * (x[i] - m.X);
            m.Xy += w * dx * (y[i] - m.Y);
            m.Yy += w * dy * (y[i] - m.Y);
            m.W = total;
        }
        return m.Xy * m.Xy / (m.Xx * m.Yy);
    }
}
