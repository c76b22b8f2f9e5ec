// Elements at a distance of two.
// point: x: LaneData.Signed(19)
// lengths: x: LaneData.Signed(N)
// lanes: no
using DiffGen;

namespace Cases.Lanes;

public static partial class EverySecond
{
    [Differentiable]
    public static double F(double[] x)
    {
        double s = 0;
        for (int i = 0; 2 * i < x.Length; i++)
            s += x[2 * i] * x[2 * i];
        return s;
    }
}
