// The reductions of a span, whose order of summation is the library's.
// point: x: [0.5, -1.5, 2, 0.25, 3, -0.75, 1.25, 0.1, -2.5], y: [1, 2, -1, 0.5, 0.25, 1.5, -0.5, 2, 1]
using System;
using System.Numerics.Tensors;
using DiffGen;

namespace Cases.Tensors;

public static partial class Reductions
{
    [Differentiable]
    public static double F(ReadOnlySpan<double> x, double[] y)
    {
        double sum = TensorPrimitives.Sum(x) * TensorPrimitives.Average<double>(y);
        sum += TensorPrimitives.Max(x) - TensorPrimitives.Min<double>(y);
        return (sum * TensorPrimitives.Dot(x, y)) + (TensorPrimitives.Norm(x) * TensorPrimitives.SumOfSquares<double>(y));
    }
}
