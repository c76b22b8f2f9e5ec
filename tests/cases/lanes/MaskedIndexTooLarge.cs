// A branch that a late iteration takes reads out of range.
// point: x: LaneData.Signed(19), n: 19
// lengths: x: LaneData.Signed(N), n: N
// lanes: 8
using DiffGen;

namespace Cases.Lanes;

public static partial class MaskedIndexTooLarge
{
    [Differentiable]
    public static double F(double[] x, int n)
    {
        double s = 0;
        for (int i = 0; i < n; i++)
        {
            s += x[i] * x[i];
            if (i == 29)
                s += x[i + n];
        }
        return s;
    }
}
