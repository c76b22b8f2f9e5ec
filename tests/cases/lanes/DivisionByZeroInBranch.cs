// An integer division in a branch that few iterations take.
// point: x: LaneData.Signed(19), k: 19 > 33 ? 0 : 2
// lengths: x: LaneData.Signed(N), k: N > 33 ? 0 : 2
// lanes: 8
using DiffGen;

namespace Cases.Lanes;

public static partial class DivisionByZeroInBranch
{
    [Differentiable]
    public static double F(double[] x, int k)
    {
        double s = 0;
        for (int i = 0; i < x.Length; i++)
        {
            if (i > 30)
                s += x[i] * (7 / k);
            else
                s += x[i] * x[i];
        }
        return s;
    }
}
