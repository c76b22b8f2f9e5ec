// The index times a large factor wraps around.
// point: x: LaneData.Signed(19)
// lengths: x: LaneData.Signed(N)
// lanes: 8
using DiffGen;

namespace Cases.Lanes;

public static partial class WrappedIndexAsNumber
{
    [Differentiable]
    public static double F(double[] x)
    {
        double s = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double noise = (i * 1103515245 + 12345) * 1e-10;
            s += noise * x[i] * x[i];
            if (i * 500000000 > 100)
                s += x[i];
        }
        return s;
    }
}
