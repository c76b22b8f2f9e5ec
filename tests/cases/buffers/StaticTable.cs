// A static readonly table of constants takes part in a sum.
// point: x: [1.0, 2.0, 3.0]
using System;
using DiffGen;

namespace Cases.Buffers;

public static partial class StaticTable
{
    private static readonly double[] Weights = [0.25, 0.5, -1];

    [Differentiable]
    public static double F(double[] x)
    {
        double s = 0;
        for (int i = 0; i < x.Length; i++)
            s += Weights[i] * x[i] * x[i];
        return s;
    }
}
