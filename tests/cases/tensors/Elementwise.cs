// Methods that write a destination, in place too.
// point: x: [0.5, 1.5, 2], y: [1, 2, -1], s: 0.5
using System;
using System.Numerics.Tensors;
using DiffGen;

namespace Cases.Tensors;

public static partial class Elementwise
{
    [Differentiable]
    public static double F(double[] x, double[] y, double s)
    {
        var t = new double[x.Length];
        TensorPrimitives.Multiply<double>(x, y, t);
        TensorPrimitives.Add<double>(t, s, t);
        TensorPrimitives.Subtract<double>(y, t, y);
        TensorPrimitives.Divide<double>(y, x, t);
        TensorPrimitives.MultiplyAdd<double>(t, y, s, x);
        TensorPrimitives.Negate<double>(x, x);
        return TensorPrimitives.Sum<double>(x) * TensorPrimitives.Dot<double>(t, y);
    }
}
