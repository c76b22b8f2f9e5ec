// A while loop that ends when a number of the iteration says so.
// point: x: LaneData.Signed(19), y: new double[19]
// lengths: x: LaneData.Signed(N), y: new double[N]
// lanes: no
using System;
using DiffGen;

namespace Cases.Lanes;

public static partial class InnerWhileOfNumbers
{
    [Differentiable]
    public static void F(double[] x, double[] y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            double v = x[i];
            while (Math.Abs(v) < 2)
                v = v * 1.5 + 0.1 * v * v;
            y[i] = v;
        }
    }
}
