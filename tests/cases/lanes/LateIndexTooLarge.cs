// A late iteration reads out of range.
// point: x: LaneData.Signed(19 > 25 ? 19 - 1 : 19), n: 19
// lengths: x: LaneData.Signed(N > 25 ? N - 1 : N), n: N
// lanes: 8
using DiffGen;

namespace Cases.Lanes;

public static partial class LateIndexTooLarge
{
    [Differentiable]
    public static double F(double[] x, int n)
    {
        double s = 0;
        for (int i = 0; i < n; i++)
            s += x[i] * x[i];
        return s;
    }
}
