// The side not taken would read out of range.
// point: x: LaneData.Signed(19)
// lengths: x: LaneData.Signed(N)
// lanes: 8
using DiffGen;

namespace Cases.Lanes;

public static partial class IndexNotTaken
{
    [Differentiable]
    public static double F(double[] x)
    {
        double s = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double left = 0, right = 0;
            if (i > 0)
                left = x[i - 1];
            if (i < x.Length - 1)
                right = x[i + 1];
            s += (right - left) * x[i];
        }
        return s;
    }
}
