// The energy of a cluster with a shifted cutoff; positions in jagged rows.
// point: positions: [[0, 0, 0], [1.1, 0.1, 0], [0.2, 1.2, 0.3], [0.5, 0.4, 1.1], [4, 4, 4]], epsilon: 0.8, sigma: 1.05
using System;
using DiffGen;

namespace Cases.Library;

public static partial class LennardJones
{
    private const double Cutoff = 2.5;

    [Differentiable]
    public static double F(double[][] positions, double epsilon, double sigma)
    {
        double energy = 0.0, shift = Pair(Cutoff * Cutoff * sigma * sigma, sigma);
        for (int i = 0; i < positions.Length - 1; i++)
        {
            double[] a = positions[i];
            for (int j = i + 1; j < positions.Length; j++)
            {
                double[] b = positions[j];
                double dx = a[0] - b[0], dy = a[1] - b[1], dz = a[2] - b[2];
                double r2 = (dx * dx) + (dy * dy) + (dz * dz);
                if (r2 > Cutoff * Cutoff * sigma * sigma)
                    continue;
                energy += Pair(r2, sigma) - shift;
            }
        }
        return 4.0 * epsilon * energy;
    }

    [Differentiable]
    private static double Pair(double r2, double sigma)
    {
        double s2 = sigma * sigma / r2, s6 = s2 * s2 * s2;
        return s6 * (s6 - 1.0);
    }
}
