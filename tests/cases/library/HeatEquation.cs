// The heat equation by Crank and Nicolson's scheme: a tridiagonal solve per step, buffers swapped.
// point: u: [0, 0.3, 1, 0.8, 0.2, -0.1, 0], diffusivity: 0.7, dt: 0.1, steps: 4
using System;
using DiffGen;

namespace Cases.Library;

public static partial class HeatEquation
{
    [Differentiable]
    public static double F(double[] u, double diffusivity, [NoDerivative] double dt, int steps)
    {
        int n = u.Length;
        double r = diffusivity * dt * 0.5 * (n - 1) * (n - 1) / 16;
        double[] current = (double[])u.Clone(), rhs = new double[n], scratch = new double[n];
        for (int s = 0; s < steps; s++)
        {
            for (int i = 1; i < n - 1; i++)
                rhs[i] = current[i] + (r * (current[i - 1] - (2 * current[i]) + current[i + 1]));
            scratch[0] = 0;
            rhs[0] = rhs[n - 1] = 0;
            for (int i = 1; i < n - 1; i++)
            {
                double m = 1 / (1 + (2 * r) + (r * scratch[i - 1]));
                scratch[i] = -r * m;
                rhs[i] = (rhs[i] + (r * rhs[i - 1])) * m;
            }
            for (int i = n - 2; i > 0; i--)
                rhs[i] -= scratch[i] * rhs[i + 1];
            (current, rhs) = (rhs, current);
        }
        double energy = 0;
        foreach (double v in current)
            energy += v * v;
        return energy;
    }
}
