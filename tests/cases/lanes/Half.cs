// A scratch that half of the iterations of an outer loop fill.
// point: x: LaneData.Signed(19)
// lengths: x: LaneData.Signed(N)
// lanes: 8
using DiffGen;

namespace Cases.Lanes;

public static partial class Half
{
    [Differentiable]
    public static double F(double[] x)
    {
        var t = new double[1];
        double s = 0;
        for (int k = 0; k < 2; k++)
        {
            for (int i = 0; i < x.Length; i++)
            {
                if (k == 0)
                    t[0] = x[i] * 2;
                s += x[i] * x[i] * (k + 1);
            }
        }
        return s + t[0];
    }
}
