// The counter of a while loop is read behind the loop, which passes over its bound.
// point: x: LaneData.Signed(38)
// lengths: x: LaneData.Signed(2 * N)
// lanes: 8
using DiffGen;

namespace Cases.Lanes;

public static partial class WhileCounterSeen
{
    [Differentiable]
    public static double F(double[] x)
    {
        double s = 0;
        int i = 0;
        while (x.Length - 1 > i)
        {
            s += x[i] * x[i + 1];
            i += 2;
        }
        return s * i;
    }
}
