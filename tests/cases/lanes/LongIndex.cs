// Indices of 64 bits.
// point: x: LaneData.Signed(19)
// lengths: x: LaneData.Signed(N)
// lanes: no
using DiffGen;

namespace Cases.Lanes;

public static partial class LongIndex
{
    [Differentiable]
    public static double F(double[] x)
    {
        double s = 0;
        for (int i = 0; i < x.Length; i++)
        {
            long k = i;
            s += x[k] * x[x.Length - 1 - k] + k;
        }
        return s;
    }
}
