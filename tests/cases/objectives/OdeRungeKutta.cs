// Four stages of Runge and Kutta over a chain: stage vectors reused in every step.
// point: x: CaseData.Flat("ode_n5_s3", "input.x"), steps: 3
// reference: ode_n5_s3 1e-11 gradient
using System;
using DiffGen;

namespace Cases.Objectives;

public static partial class OdeRungeKutta
{
    [Differentiable]
    public static double F(double[] x, int steps)
    {
        int n = x.Length;
        double h = 2.0 / steps;
        double[] y = new double[n], k1 = new double[n], k2 = new double[n], k3 = new double[n], k4 = new double[n], t = new double[n];
        for (int s = 0; s < steps; s++)
        {
            Slope(x, y, k1);
            for (int i = 0; i < n; i++)
                t[i] = y[i] + (h * k1[i] / 2);
            Slope(x, t, k2);
            for (int i = 0; i < n; i++)
                t[i] = y[i] + (h * k2[i] / 2);
            Slope(x, t, k3);
            for (int i = 0; i < n; i++)
                t[i] = y[i] + (h * k3[i]);
            Slope(x, t, k4);
            for (int i = 0; i < n; i++)
                y[i] += h * (k1[i] + (2 * k2[i]) + (2 * k3[i]) + k4[i]) / 6;
        }
        return y[n - 1];
    }

    [Differentiable]
    private static void Slope(double[] x, double[] y, double[] z)
    {
        z[0] = x[0];
        for (int i = 1; i < x.Length; i++)
            z[i] = x[i] * y[i - 1];
    }
}
