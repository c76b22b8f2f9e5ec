// Log density of independent normals, from Clad's examples.
// point: p: [1, 2, 3, 4, 5]
// value: -8.6912662563033364
// gradient: 0 -0.25 -0.5 -0.75 -1.0
// direction: 1 -0.5 2 0.25 -1.5
// hvp: -0.25 0.125 -0.5 -0.0625 0.375
// The numbers are reference values in 17 digits for clad Loops.C f_log_gaus.
using System;
using DiffGen;

namespace Cases.Control;

public static partial class LogGaussian
{
    [Differentiable]
    public static double F(ReadOnlySpan<double> p)
    {
        double power = 0;
        const double sigma = 2;
        for (int i = 0; i < p.Length; i++)
        {
            double d = 1 - p[i];
            power += d * d;
        }
        power = -power / (2 * sigma * sigma);
        return power - (0.5 * ((p.Length * Math.Log(2 * Math.PI)) + Math.Log(sigma)));
    }
}
