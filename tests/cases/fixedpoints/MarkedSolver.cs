// The marked method is the fixed point itself, with coefficients in a buffer that is overwritten afterwards by a caller.
// point: start: 0.5, c: new double[] { 0.3, 0.4, 0.2 }
using System;
using DiffGen;

namespace Cases.Fixedpoints;

public static partial class MarkedSolver
{
    [Differentiable]
    [FixedPoint(nameof(Step))]
    public static double F(double start, double[] c)
    {
        double x = start;
        for (int i = 0; i < 200; i++)
            x = Step(x, c);
        return x;
    }

    [Differentiable]
    private static double Step(double x, double[] c)
    {
        double s = 0;
        for (int i = 0; i < c.Length; i++)
            s += c[i] * Math.Cos(x * (i + 1)) * 0.5;
        return s;
    }
}
