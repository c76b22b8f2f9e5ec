// Single and double precision in one function: each keeps its own directions and blocks of the tape.
// point: x: 0.6f, y: [0.25, -0.75, 1.5]
// tolerance: 2e-2
using System;
using DiffGen;

namespace Cases.Second;

public static partial class SingleAndDouble
{
    [Differentiable(Derivatives.Default | Derivatives.Hvp)]
    public static double F(float x, double[] y)
    {
        float p = x;
        double s = 0;
        for (int i = 0; i < y.Length; i++)
        {
            p = (p * p) + (float)Math.Sin(y[i]);
            s += p * y[i] * y[i];
        }
        return s;
    }
}
