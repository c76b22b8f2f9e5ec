// The place of the maximum has no derivative; the element there has.
// point: x: [0.5, 1.5, -2]
using System;
using System.Numerics.Tensors;
using DiffGen;

namespace Cases.Tensors;

public static partial class ArgumentOfMaximum
{
    [Differentiable]
    public static double F(double[] x) => x[TensorPrimitives.IndexOfMax<double>(x)] * x[0];
}
