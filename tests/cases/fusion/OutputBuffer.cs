// Each iteration writes its own element of an output buffer and adds to a sum.
// point: x: [1.0, 2.0, 0.5], y: [0, 0, 0]
// fused: 1
using System;
using DiffGen;

namespace Cases.Fusion;

public static partial class OutputBuffer
{
    [Differentiable]
    public static double F(ReadOnlySpan<double> x, Span<double> y)
    {
        double s = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double e = Math.Exp(x[i]);
            y[i] = e * x[i];
            s += e;
        }
        return s;
    }
}
