// Arrays of three dimensions.
// expect: DG0119 at new double[2, 2, 2]
using System;
using DiffGen;

namespace Rejected;

public static partial class ThreeDimensions
{
    [Differentiable]
    public static double F(double x)
    {
        var a = new double[2, 2, 2];
        a[0, 0, 0] = x;
        return a[0, 0, 0];
    }
}
