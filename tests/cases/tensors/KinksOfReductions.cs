// A norm at 0, and a maximum that two elements share.
// point: x: [0, 0], y: [1, 3, 3]
// gradient: 0, 0, 0, 0.5, 0.5
// kink: at 0 and at a tie
using System;
using System.Numerics.Tensors;
using DiffGen;

namespace Cases.Tensors;

public static partial class KinksOfReductions
{
    [Differentiable]
    public static double F(double[] x, double[] y) => TensorPrimitives.Norm<double>(x) + TensorPrimitives.Max<double>(y);
}
