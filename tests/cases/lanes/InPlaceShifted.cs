// Every element is overwritten by the next one.
// point: x: LaneData.Signed(19)
// lengths: x: LaneData.Signed(N)
// lanes: no
using DiffGen;

namespace Cases.Lanes;

public static partial class InPlaceShifted
{
    [Differentiable]
    public static void F(double[] x)
    {
        for (int i = 0; i < x.Length - 1; i++)
            x[i] = x[i + 1] * x[i];
    }
}
