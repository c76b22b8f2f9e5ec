// Input and output apart: the output's old contents do not matter.
// point: x: [1.0, 2.0, 3.0], y: [9, 9, 9]
using System;
using DiffGen;

namespace Cases.Buffers;

public static partial class OutputBuffer
{
    [Differentiable]
    public static void F(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
            y[i] = x[i] * x[i] * (i + 1);
    }
}
