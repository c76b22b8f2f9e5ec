// Math.Max in a loop: half to each argument where they are equal, so the first of three gets a quarter.
// point: x: new[] { 1.0, 3.0, 3.0, 2.0, 3.0, -1.0 }
// kink: three elements are the largest
// gradient: 0 0.25 0.25 0 0.5 0
using System;
using DiffGen;

namespace Cases.Scalars;

public static partial class LargestShared
{
    [Differentiable]
    public static double F(double[] x)
    {
        double largest = double.NegativeInfinity;
        foreach (double e in x)
            largest = Math.Max(largest, e);
        return largest;
    }
}
