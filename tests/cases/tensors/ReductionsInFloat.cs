// The same in single precision, with distances.
// point: x: [0.5f, -1.5f, 2f, 0.25f, 3f], y: [1f, 2f, -1f, 0.5f, 0.25f]
using System;
using System.Numerics.Tensors;
using DiffGen;

namespace Cases.Tensors;

public static partial class ReductionsInFloat
{
    [Differentiable]
    public static float F(Span<float> x, ReadOnlySpan<float> y) =>
        (TensorPrimitives.Distance(x, y) * TensorPrimitives.CosineSimilarity<float>(x, y)) + TensorPrimitives.Product<float>(x) - TensorPrimitives.SumOfMagnitudes(y);
}
