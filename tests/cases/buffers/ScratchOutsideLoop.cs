// One scratch array filled anew by each iteration before it is read.
// point: x: [0.5, 1.5, -0.7]
using System;
using DiffGen;

namespace Cases.Buffers;

public static partial class ScratchOutsideLoop
{
    [Differentiable]
    public static double F(double[] x)
    {
        var scratch = new double[4];
        double s = 0;
        for (int i = 0; i < x.Length; i++)
        {
            scratch[0] = x[i];
            for (int k = 1; k < 4; k++)
                scratch[k] = scratch[k - 1] * x[i] + k;
            for (int k = 0; k < 4; k++)
                s += scratch[k] * scratch[3 - k];
        }
        return s;
    }
}
