// A section of memory that begins where a parameter says ends too early, or begins in front of the memory: the iterations before have run.
// point: x: LaneData.Signed(19), y: LaneData.Signed(38), from: 4
// lengths: x: LaneData.Signed(N), y: LaneData.Signed(40), from: N % 5 == 4 ? -1 : N % 3
// lanes: 8
using DiffGen;

namespace Cases.Lanes;

public static partial class OffsetTooLarge
{
    [Differentiable]
    public static void F(double[] x, double[] y, int from)
    {
        for (int i = 0; i < x.Length; i++)
            y[from + i] += x[i] * x[i];
    }
}
