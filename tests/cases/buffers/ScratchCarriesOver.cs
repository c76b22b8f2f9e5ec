// The scratch array keeps something from the iteration before: it is not private.
// point: x: [0.5, 1.5, -0.7]
using System;
using DiffGen;

namespace Cases.Buffers;

public static partial class ScratchCarriesOver
{
    [Differentiable]
    public static double F(double[] x)
    {
        var scratch = new double[2];
        double s = 0;
        for (int i = 0; i < x.Length; i++)
        {
            scratch[0] = x[i] * scratch[1] + x[i];
            s += scratch[0] * scratch[0];
            scratch[1] = scratch[0];
        }
        return s;
    }
}
