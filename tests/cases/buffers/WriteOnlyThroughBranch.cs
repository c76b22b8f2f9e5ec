// Half of the iterations write, the others leave the old contents.
// point: x: [1.0, -2.0, 3.0], y: [10, 20, 30]
using System;
using DiffGen;

namespace Cases.Buffers;

public static partial class WriteOnlyThroughBranch
{
    [Differentiable]
    public static void F(double[] x, double[] y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] > 0)
                y[i] = x[i] * x[i];
        }
    }
}
