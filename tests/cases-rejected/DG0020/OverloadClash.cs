// FGradient(x, dx) of the first would bind to the allocating form of the second.
// expect: DG0020 at Differentiable
using System;
using DiffGen;

namespace Rejected;

public static partial class OverloadClash
{
    [Differentiable]
    public static double F(double[] x) => x[0];

    [Differentiable]
    public static double F(double[] x, double[] y) => x[0] * y[0];
}
