// A whole array per input.
// expect: DG0042 at F
using System;
using DiffGen;

namespace Rejected;

public static partial class ArrayPerInput
{
    [Differentiable(Derivatives.Batch)]
    public static double F(double[] x, double y) => x[0] * y;
}
