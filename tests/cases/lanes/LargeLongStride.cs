// An integer of 64 bits that grows by more than 32 bits hold.
// point: x: LaneData.Signed(19)
// lengths: x: LaneData.Signed(N)
// lanes: no
using DiffGen;

namespace Cases.Lanes;

public static partial class LargeLongStride
{
    [Differentiable]
    public static double F(double[] x)
    {
        double s = 0;
        for (int i = 0; i < x.Length; i++)
        {
            long k = i * 3000000000L;
            s += x[(int)(k / 3000000000L)] * x[i];
        }
        return s;
    }
}
