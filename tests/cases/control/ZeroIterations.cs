// Loops that do not run at all leave the state alone.
// point: x: 1.5, n: 0
// value: 1.5
// gradient: 1
// point: x: 1.5, n: -3
// gradient: 1
// point: x: 1.5, n: 2
using System;
using DiffGen;

namespace Cases.Control;

public static partial class ZeroIterations
{
    [Differentiable]
    public static double F(double x, int n)
    {
        double s = x;
        for (int i = 0; i < n; i++)
        {
            s *= x;
            for (int j = i; j < 0; j++)
                s = 0;
        }
        foreach (double e in new double[0])
            s *= e;
        return s;
    }
}
