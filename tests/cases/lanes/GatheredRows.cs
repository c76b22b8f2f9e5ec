// Rows by an index from memory, which differs unevenly.
// point: x: LaneData.Signed(19 + 1), at: LaneData.Places(19)
// lengths: x: LaneData.Signed(N + 1), at: LaneData.Places(N)
// lanes: 8
using DiffGen;

namespace Cases.Lanes;

public static partial class GatheredRows
{
    [Differentiable]
    public static double F(double[] x, int[] at)
    {
        double s = 0;
        for (int i = 0; i < at.Length; i++)
            s += x[at[i]] * x[i];
        return s;
    }
}
