// An inclusive bound and another start than zero.
// point: x: LaneData.Signed(19 + 3), n: 19
// lengths: x: LaneData.Signed(N + 3), n: N
// lanes: 8
using DiffGen;

namespace Cases.Lanes;

public static partial class InclusiveFromTwo
{
    [Differentiable]
    public static double F(double[] x, int n)
    {
        double s = 0;
        for (int i = 2; i <= n; i++)
            s += x[i] * x[i - 1] * x[i + 1];
        return s;
    }
}
