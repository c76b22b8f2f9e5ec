// Products of slices in a loop that overwrites what they were made of.
// point: x: [0.5, -1.5, 2, 0.25, 3, -0.75], w: [0.5, 0.25, -1]
using System;
using System.Numerics.Tensors;
using DiffGen;

namespace Cases.Tensors;

public static partial class SlicesOverwritten
{
    [Differentiable]
    public static double F(double[] x, ReadOnlySpan<double> w)
    {
        double total = 0;
        for (int i = 0; i + w.Length <= x.Length; i++)
        {
            Span<double> window = x.AsSpan(i, w.Length);
            double response = TensorPrimitives.Dot<double>(window, w);
            total += response * TensorPrimitives.Norm<double>(window);
            window[0] *= response;
            x[^1] += response;
        }
        return total * TensorPrimitives.Max<double>(x);
    }
}
