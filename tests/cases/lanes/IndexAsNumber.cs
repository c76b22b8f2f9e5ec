// Numbers from the index.
// point: x: LaneData.Signed(19)
// lengths: x: LaneData.Signed(N)
// lanes: 8
using DiffGen;

namespace Cases.Lanes;

public static partial class IndexAsNumber
{
    [Differentiable]
    public static double F(double[] x)
    {
        double s = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double t = (double)i / x.Length;
            float f = 3 * i - 7;
            s += (t + f) * x[i] + (i == 0 ? x[i] : i * x[i] * x[i]);
        }
        return s;
    }
}
