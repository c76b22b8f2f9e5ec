// A counter that goes on through the inner loop.
// point: x: LaneData.Signed(3 * 19), n: 19
// lengths: x: LaneData.Signed(3 * N), n: N
// lanes: no
using DiffGen;

namespace Cases.Lanes;

public static partial class CounterInInnerLoop
{
    [Differentiable]
    public static double F(double[] x, int n)
    {
        double s = 0;
        int k = 0;
        for (int i = 0; i < n; i++)
        {
            double p = 1;
            for (int j = 0; j < 3; j++)
                p *= x[k++];
            s += p;
        }
        return s;
    }
}
