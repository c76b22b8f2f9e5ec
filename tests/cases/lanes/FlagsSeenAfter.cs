// Flags at places that a table names, in two arrays, read after the loop.
// point: x: LaneData.Signed(19), to: LaneData.Places(19), n: 19
// lengths: x: LaneData.Signed(N), to: LaneData.Places(N), n: N
// lanes: 8
using DiffGen;

namespace Cases.Lanes;

public static partial class FlagsSeenAfter
{
    [Differentiable]
    public static double F(double[] x, int[] to, int n)
    {
        var hit = new double[n];
        var last = new double[n];
        double s = 0;
        for (int i = 0; i < x.Length; i++)
        {
            hit[to[i]] = 1;
            last[to[i]] = x[i] * x[i];
            s += last[to[i]] * x[i];
        }
        for (int k = 0; k < n; k++)
            s += hit[k] * (k + 1) * last[n - 1 - k];
        return s;
    }
}
