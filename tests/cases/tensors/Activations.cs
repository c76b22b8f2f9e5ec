// Functions whose rounding is the library's own, and a layer made of them.
// point: x: [0.5, -1.5, 2, 0.25], w: [0.3, -0.2, 0.5, 0.1, 0.7, -0.4, 0.2, 0.6]
using System;
using System.Numerics.Tensors;
using DiffGen;

namespace Cases.Tensors;

public static partial class Activations
{
    [Differentiable]
    public static double F(double[] x, ReadOnlySpan<double> w)
    {
        Span<double> hidden = new double[2];
        for (int i = 0; i < 2; i++)
            hidden[i] = TensorPrimitives.Dot(x, w.Slice(4 * i, 4));
        TensorPrimitives.Tanh(hidden, hidden);
        TensorPrimitives.Sigmoid<double>(x, x);
        TensorPrimitives.Exp<double>(x, x);
        return TensorPrimitives.Sum<double>(hidden) * TensorPrimitives.Norm<double>(x);
    }
}
