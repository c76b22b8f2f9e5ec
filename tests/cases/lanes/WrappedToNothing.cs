// Factors of the index that wrap to zero.
// point: x: LaneData.Signed(19)
// lengths: x: LaneData.Signed(N)
// lanes: 8
using DiffGen;

namespace Cases.Lanes;

public static partial class WrappedToNothing
{
    [Differentiable]
    public static double F(double[] x)
    {
        double s = 0;
        for (int i = 0; i < x.Length; i++)
            s += x[i * 65536 * 65536] * x[i];
        return s;
    }
}
