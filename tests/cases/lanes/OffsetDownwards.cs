// From the end, the first iterations fit, and the last ones may not: the least index is that of the last iteration.
// point: x: LaneData.Signed(19), y: LaneData.Signed(20), back: 0
// lengths: x: LaneData.Signed(N), y: LaneData.Signed(N + 1), back: N % 4 - 1
// lanes: 8
using DiffGen;

namespace Cases.Lanes;

public static partial class OffsetDownwards
{
    [Differentiable]
    public static void F(double[] x, double[] y, int back)
    {
        for (int i = x.Length - 1; i >= 0; i--)
            y[i - back] = 2 * x[i] * y[i - back];
    }
}
