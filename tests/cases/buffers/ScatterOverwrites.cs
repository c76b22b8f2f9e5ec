// Scatter without adding: the last write to a bin wins, the others get no derivative.
// point: x: [1.0, 2.0, 3.0, 4.0], index: [0, 2, 0, 1], h: [0.5, 0.5, 0.5]
using System;
using DiffGen;

namespace Cases.Buffers;

public static partial class ScatterOverwrites
{
    [Differentiable]
    public static double F(double[] x, ReadOnlySpan<int> index, double[] h)
    {
        for (int i = 0; i < x.Length; i++)
            h[index[i]] = x[i] * h[(i + 1) % 3];
        return h[0] + (h[1] * h[2]);
    }
}
