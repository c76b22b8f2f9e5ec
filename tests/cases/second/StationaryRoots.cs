// At a minimum every incoming derivative is zero: strong zeros of the first order must not cut off the second.
// point: x: 1, y: 1, z: 8
// value: 0
// gradient: 0 0 0
// direction: 1 2 -3
// hvp: 0.5 4 -0.041666666666666664
// point: x: 1, y: 1.5, z: 8
// The second derivatives at the minimum are 1/2, 2 and 2/144.
using System;
using DiffGen;

namespace Cases.Second;

public static partial class StationaryRoots
{
    [Differentiable(Derivatives.Default | Derivatives.Hvp)]
    public static double F(double x, double y, double z)
    {
        double a = Math.Sqrt(x) - 1, b = Math.Log(y), c = Math.Cbrt(z) - 2;
        return (a * a) + (b * b) + (c * c);
    }
}
