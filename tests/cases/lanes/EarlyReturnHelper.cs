// A helper with several returns.
// point: x: LaneData.Signed(19), y: new double[19]
// lengths: x: LaneData.Signed(N), y: new double[N]
// lanes: 8
using DiffGen;

namespace Cases.Lanes;

public static partial class EarlyReturnHelper
{
    [Differentiable]
    public static void F(double[] x, double[] y)
    {
        for (int i = 0; i < x.Length; i++)
            y[i] = Huber(x[i], 0.6);
    }

    [Differentiable]
    private static double Huber(double v, double limit)
    {
        if (v > limit)
            return limit * (2 * v - limit);
        if (v < -limit)
            return -limit * (2 * v + limit);
        return v * v;
    }
}
