// The place of the largest element.
// point: x: LaneData.Signed(19)
// lengths: x: LaneData.Signed(N)
// lanes: no
using DiffGen;

namespace Cases.Lanes;

public static partial class PlaceOfLargest
{
    [Differentiable]
    public static double F(double[] x)
    {
        int at = 0;
        for (int i = 1; i < x.Length; i++)
        {
            if (x[i] > x[at])
                at = i;
        }
        return x.Length == 0 ? 0 : x[at] * at;
    }
}
