// A sum of ints that is too large for the type wraps around to where it started.
// point: x: LaneData.Signed(19), y: LaneData.Signed(19), far: int.MaxValue
// lengths: x: LaneData.Signed(N), y: LaneData.Signed(N), far: N % 3 == 2 ? int.MinValue : int.MaxValue
// lanes: 8
using DiffGen;

namespace Cases.Lanes;

public static partial class OffsetWraps
{
    [Differentiable]
    public static void F(double[] x, double[] y, int far)
    {
        unchecked
        {
            for (int i = 0; i < x.Length; i++)
                y[i + far + far + 2] = x[i] * x[i];
        }
    }
}
