// A loop whose distance leads away from its bound reads in front of the array.
// point: x: LaneData.Signed(19), d: 2
// lengths: x: LaneData.Signed(N), d: N > 20 ? -2 : 2
// lanes: 8
using DiffGen;

namespace Cases.Lanes;

public static partial class DistanceNegative
{
    [Differentiable]
    public static double F(double[] x, int d)
    {
        double s = 0;
        for (int i = 0; i < x.Length; i += d)
            s += x[i] * x[i];
        return s;
    }
}
