// The log-likelihood of a local linear trend by the Kalman filter with two-dimensional covariances.
// point: observations: [1.0, 1.3, 1.1, 1.8, 2.4], level: 0.2, slope: 0.05, noise: 0.3
using System;
using DiffGen;

namespace Cases.Library;

public static partial class KalmanFilter
{
    [Differentiable]
    public static double F(double[] observations, double level, double slope, double noise)
    {
        double[] x = [observations[0], 0];
        double[,] p = { { 1, 0 }, { 0, 1 } };
        double logLikelihood = 0;
        foreach (double y in observations)
        {
            Predict(x, p, level, slope);
            logLikelihood += Update(x, p, y, noise);
        }
        return logLikelihood;
    }

    [Differentiable]
    private static void Predict(double[] x, double[,] p, double level, double slope)
    {
        x[0] += x[1];
        double cross = p[0, 1] + p[1, 1];
        p[0, 0] += p[0, 1] + cross + level;
        p[0, 1] = p[1, 0] = cross;
        p[1, 1] += slope;
    }

    [Differentiable]
    private static double Update(double[] x, double[,] p, double y, double noise)
    {
        double innovation = y - x[0], s = p[0, 0] + noise;
        double k0 = p[0, 0] / s, k1 = p[1, 0] / s;
        x[0] += k0 * innovation;
        x[1] += k1 * innovation;
        double p00 = p[0, 0], p01 = p[0, 1];
        p[0, 0] -= k0 * p00;
        p[0, 1] -= k0 * p01;
        p[1, 0] = p[0, 1];
        p[1, 1] -= k1 * p01;
        return -0.5 * ((innovation * innovation / s) + Math.Log(2 * Math.PI * s));
    }
}
