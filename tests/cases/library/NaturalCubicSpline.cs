// A natural cubic spline: second derivatives by elimination, then evaluation in the interval that bisection finds.
// point: x: [0, 0.8, 1.5, 2.7, 3.5], y: [0.2, 1.1, 0.4, -0.3, 0.9], at: 1.9
// value: -0.091120153724426359
// gradient: -0.08266259657077518, -0.10638250343028106, 1.1632617562172799, -0.15938726712501432, 0.19920926808071337, 0.036080027127839946, -0.25403284406336288, 0.92974212404527766, 0.37515541991635583, -0.086944727026110546, -1.0140386571719227
// within: 1e-10
using System;
using DiffGen;

namespace Cases.Library;

public static partial class NaturalCubicSpline
{
    [Differentiable]
    public static double F(double[] x, double[] y, double at)
    {
        double[] curvature = SecondDerivatives(x, y);
        int low = 0, high = x.Length - 1;
        while (high - low > 1)
        {
            int middle = (high + low) / 2;
            if (x[middle] > at)
                high = middle;
            else
                low = middle;
        }
        double h = x[high] - x[low], a = (x[high] - at) / h, b = (at - x[low]) / h;
        return (a * y[low]) + (b * y[high])
            + (((((a * a * a) - a) * curvature[low]) + (((b * b * b) - b) * curvature[high])) * (h * h) / 6);
    }

    [Differentiable]
    private static double[] SecondDerivatives(double[] x, double[] y)
    {
        int n = x.Length;
        double[] result = new double[n], u = new double[n - 1];
        for (int i = 1; i < n - 1; i++)
        {
            double sigma = (x[i] - x[i - 1]) / (x[i + 1] - x[i - 1]);
            double p = (sigma * result[i - 1]) + 2;
            result[i] = (sigma - 1) / p;
            u[i] = ((y[i + 1] - y[i]) / (x[i + 1] - x[i])) - ((y[i] - y[i - 1]) / (x[i] - x[i - 1]));
            u[i] = ((6 * u[i] / (x[i + 1] - x[i - 1])) - (sigma * u[i - 1])) / p;
        }
        for (int i = n - 2; i >= 0; i--)
            result[i] = (result[i] * result[i + 1]) + u[i];
        return result;
    }
}
