// An element from the front beside one from the back.
// point: x: LaneData.Signed(19)
// lengths: x: LaneData.Signed(N)
// lanes: 8
using DiffGen;

namespace Cases.Lanes;

public static partial class MirrorLoads
{
    [Differentiable]
    public static double F(double[] x)
    {
        double s = 0;
        for (int i = 0; i < x.Length; i++)
            s += x[i] * x[x.Length - 1 - i] * (i + 1);
        return s;
    }
}
