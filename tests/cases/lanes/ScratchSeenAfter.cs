// Memory is read after the loop: it must hold what the last iteration left.
// point: x: LaneData.Signed(19)
// lengths: x: LaneData.Signed(N)
// lanes: 8
using DiffGen;

namespace Cases.Lanes;

public static partial class ScratchSeenAfter
{
    [Differentiable]
    public static double F(double[] x)
    {
        var t = new double[2];
        double s = 0;
        for (int i = 0; i < x.Length; i++)
        {
            t[0] = x[i] * x[i];
            t[1] = t[0] + 1;
            s += t[1];
        }
        return s * t[0] + t[1];
    }
}
