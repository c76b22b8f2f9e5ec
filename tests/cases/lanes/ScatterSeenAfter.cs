// Places that a table names are written, and read after the loop: each was written by another iteration.
// point: x: LaneData.Signed(19), to: LaneData.Places(19), n: 19
// lengths: x: LaneData.Signed(N), to: LaneData.Places(N), n: N
// lanes: 8
using DiffGen;

namespace Cases.Lanes;

public static partial class ScatterSeenAfter
{
    [Differentiable]
    public static double F(double[] x, int[] to, int n)
    {
        var y = new double[n];
        for (int i = 0; i < x.Length; i++)
            y[to[i]] = x[i] * (1 + i);
        double s = 0;
        for (int k = 0; k < n; k++)
            s += y[k] * y[k];
        return s;
    }
}
