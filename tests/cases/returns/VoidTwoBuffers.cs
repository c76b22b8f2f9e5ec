// Two written buffers and one that is only read.
// point: x: [1.0, 2.0], sum: [0, 0], product: [1, 1]
using System;
using DiffGen;

namespace Cases.Returns;

public static partial class VoidTwoBuffers
{
    [Differentiable]
    public static void F(double[] x, double[] sum, Span<double> product)
    {
        for (int i = 0; i < x.Length; i++)
        {
            sum[i] = x[0] + x[i];
            product[i] *= x[i] * x[0];
        }
    }
}
