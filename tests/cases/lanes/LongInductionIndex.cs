// The loop counts in long.
// point: x: LaneData.Signed(19)
// lengths: x: LaneData.Signed(N)
// lanes: no
using DiffGen;

namespace Cases.Lanes;

public static partial class LongInductionIndex
{
    [Differentiable]
    public static double F(double[] x)
    {
        double s = 0;
        for (long i = 0; i < x.Length; i++)
            s += x[i] * x[i];
        return s;
    }
}
