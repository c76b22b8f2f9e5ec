// Problem 9: a bell fitted to fifteen numbers in a static table.
// point: x: [0.4, 1, 0]
// value: 3.8881069911666615e-6
// gradient: 0.0074142846683996964 -0.00074412639216513435 0
// direction: 1 -0.5 2
// hvp: 7.4452351418091 -0.81747806070075 1.1314131956384
// The numbers are reference values in 17 digits for MGH #9.
using System;
using DiffGen;

namespace Cases.Reference;

public static partial class Gaussian
{
    private static readonly double[] Measured =
        [0.0009, 0.0044, 0.0175, 0.0540, 0.1295, 0.2420, 0.3521, 0.3989, 0.3521, 0.2420, 0.1295, 0.0540, 0.0175, 0.0044, 0.0009];

    [Differentiable]
    public static double F(double[] x)
    {
        double s = 0;
        for (int i = 0; i < Measured.Length; i++)
        {
            double t = (7 - i) / 2.0;
            double d = t - x[2];
            double r = (x[0] * Math.Exp(-x[1] * d * d / 2)) - Measured[i];
            s += r * r;
        }
        return s;
    }
}
