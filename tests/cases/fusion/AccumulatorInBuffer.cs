// Sums collected in a small local buffer that iterations only add to.
// point: x: [1.0, -2.0, 0.5, 3.0], label: [0, 1, 1, 0]
using System;
using DiffGen;

namespace Cases.Fusion;

public static partial class AccumulatorInBuffer
{
    [Differentiable]
    public static double F(ReadOnlySpan<double> x, ReadOnlySpan<int> label)
    {
        Span<double> sums = stackalloc double[2];
        for (int i = 0; i < x.Length; i++)
            sums[label[i]] += x[i] * x[i];
        return sums[0] * sums[1];
    }
}
