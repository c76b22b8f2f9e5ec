// One sum through two loops.
// point: x: LaneData.Signed(3 * 19), n: 19
// lengths: x: LaneData.Signed(3 * N), n: N
// lanes: 8
using DiffGen;

namespace Cases.Lanes;

public static partial class SumOfInnerLoop
{
    [Differentiable]
    public static double F(double[] x, int n)
    {
        double s = 0;
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < 3; j++)
                s += x[i * 3 + j] * x[i * 3 + j];
        }
        return s;
    }
}
