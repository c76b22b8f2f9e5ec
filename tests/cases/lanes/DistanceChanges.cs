// A while loop whose distance grows is not counted.
// point: x: LaneData.Signed(19)
// lengths: x: LaneData.Signed(N)
// lanes: no
using DiffGen;

namespace Cases.Lanes;

public static partial class DistanceChanges
{
    [Differentiable]
    public static double F(double[] x)
    {
        double s = 0;
        int step = 1;
        for (int i = 0; i < x.Length; i += step)
        {
            s += x[i] * x[i] * i;
            step++;
        }
        return s;
    }
}
