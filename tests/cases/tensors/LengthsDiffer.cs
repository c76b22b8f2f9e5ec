// Spans of different lengths are refused as by the library.
// point: x: [0.5, -1.5, 2], y: [1, 2]
// throws: ArgumentException
using System;
using System.Numerics.Tensors;
using DiffGen;

namespace Cases.Tensors;

public static partial class LengthsDiffer
{
    [Differentiable]
    public static double F(double[] x, double[] y)
    {
        TensorPrimitives.Multiply<double>(x, y, x);
        return x[0] * y[0];
    }
}
