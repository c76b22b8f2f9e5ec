// An arithmetic Asian call over given normal numbers, with a geometric control variate.
// point: spot: 100, strike: 98, rate: 0.03, volatility: 0.2, normals: new double[,] { {0.3, -0.5, 1.2}, {-0.8, 0.1, 0.4}, {0.9, 0.7, -0.2}, {-0.1, -1.1, 0.6} }
using System;
using DiffGen;

namespace Cases.Library;

public static partial class AsianMonteCarlo
{
    [Differentiable]
    public static double F(double spot, double strike, double rate, double volatility, [NoDerivative] double[,] normals)
    {
        int paths = normals.GetLength(0), steps = normals.GetLength(1);
        double dt = 1.0 / steps, drift = (rate - (0.5 * volatility * volatility)) * dt, diffusion = volatility * Math.Sqrt(dt);
        double sum = 0;
        for (int path = 0; path < paths; path++)
        {
            double logSpot = Math.Log(spot), arithmetic = 0, geometric = 0;
            for (int step = 0; step < steps; step++)
            {
                logSpot += drift + (diffusion * normals[path, step]);
                arithmetic += Math.Exp(logSpot);
                geometric += logSpot;
            }
            arithmetic /= steps;
            geometric = Math.Exp(geometric / steps);
            sum += Math.Max(arithmetic - strike, 0) - (0.5 * Math.Max(geometric - strike, 0));
        }
        return Math.Exp(-rate) * sum / paths;
    }
}
