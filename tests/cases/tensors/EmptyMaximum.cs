// There is no maximum of nothing, and no product of spans that differ in length.
// point: x: [], y: [1]
// throws: ArgumentException
// point: x: [1, 2], y: [1]
// throws: ArgumentException
using System;
using System.Numerics.Tensors;
using DiffGen;

namespace Cases.Tensors;

public static partial class EmptyMaximum
{
    [Differentiable]
    public static double F(double[] x, double[] y)
    {
        _ = TensorPrimitives.Max<double>(x);
        return TensorPrimitives.Dot<double>(x, y);
    }
}
