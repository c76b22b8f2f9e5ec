// The log marginal likelihood of a Gaussian process through Cholesky's factorisation in place.
// point: x: [0.0, 0.7, 1.5, 2.4], y: [0.3, 0.9, 0.1, -0.5], lengthScale: 0.9, signal: 1.2, noise: 0.3
// value: -4.1808675141759199
// gradient: 0.26695313605551649, -0.10894223156869733, 0.4756174627758061, -0.63362836726262526, 0.68058526352341251, -1.4667563623014282, 0.58799113722474927, 0.2047267055881963, 0.98171272151631066, -2.0466076345128056, -1.2820048416624946
// within: 1e-10
using System;
using DiffGen;

namespace Cases.Library;

public static partial class GaussianProcess
{
    [Differentiable]
    public static double F(double[] x, double[] y, double lengthScale, double signal, double noise)
    {
        int n = x.Length;
        var k = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double r = (x[i] - x[j]) / lengthScale;
                k[i, j] = k[j, i] = (signal * signal * Math.Exp(-0.5 * r * r)) + (i == j ? noise * noise : 0);
            }
        }
        if (!TryFactor(k))
            throw new ArithmeticException("The covariance is not positive definite.");
        var z = new double[n];
        double quadratic = 0, logDeterminant = 0;
        for (int i = 0; i < n; i++)
        {
            double s = y[i];
            for (int j = 0; j < i; j++)
                s -= k[i, j] * z[j];
            z[i] = s / k[i, i];
            quadratic += z[i] * z[i];
            logDeterminant += Math.Log(k[i, i]);
        }
        return (-0.5 * quadratic) - logDeterminant - (0.5 * n * Math.Log(2 * Math.PI));
    }

    [Differentiable]
    private static bool TryFactor(double[,] a)
    {
        int n = a.GetLength(0);
        for (int j = 0; j < n; j++)
        {
            double pivot = a[j, j];
            for (int m = 0; m < j; m++)
                pivot -= a[j, m] * a[j, m];
            if (pivot <= 0)
                return false;
            a[j, j] = Math.Sqrt(pivot);
            for (int i = j + 1; i < n; i++)
            {
                double sum = a[i, j];
                for (int m = 0; m < j; m++)
                    sum -= a[i, m] * a[j, m];
                a[i, j] = sum / a[j, j];
            }
        }
        return true;
    }
}
