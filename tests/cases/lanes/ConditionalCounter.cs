// A counter that only some iterations move.
// point: x: LaneData.Signed(19)
// lengths: x: LaneData.Signed(N)
// lanes: no
using DiffGen;

namespace Cases.Lanes;

public static partial class ConditionalCounter
{
    [Differentiable]
    public static double F(double[] x)
    {
        double s = 0;
        int k = 0;
        for (int i = 0; i < x.Length; i++)
        {
            s += x[k] * x[i];
            if (x[i] > 0)
                k++;
        }
        return s;
    }
}
