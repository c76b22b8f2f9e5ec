// A product is no sum.
// point: x: LaneData.Signed(19)
// lengths: x: LaneData.Signed(N)
// lanes: no
using DiffGen;

namespace Cases.Lanes;

public static partial class ProductOfAll
{
    [Differentiable]
    public static double F(double[] x)
    {
        double s = 1;
        for (int i = 0; i < x.Length; i++)
            s = s * x[i] + 1;
        return s;
    }
}
