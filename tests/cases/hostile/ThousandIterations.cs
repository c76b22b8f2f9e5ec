// A long chain of overwritten values: the tape grows past one block.
// point: x: 0.5
using System;
using DiffGen;

namespace Cases.Hostile;

public static partial class ThousandIterations
{
    [Differentiable]
    public static double F(double x)
    {
        double s = x;
        for (int i = 0; i < 20000; i++)
            s = s + (0.001 * Math.Sin(s)) - (0.0005 * x);
        return s;
    }
}
