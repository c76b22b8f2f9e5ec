// A sum that some iterations add to.
// point: x: LaneData.Signed(19)
// lengths: x: LaneData.Signed(N)
// lanes: 8
using DiffGen;

namespace Cases.Lanes;

public static partial class ConditionalSum
{
    [Differentiable]
    public static double F(double[] x)
    {
        double s = 0;
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] > 0)
                s += x[i] * x[i];
        }
        return s;
    }
}
