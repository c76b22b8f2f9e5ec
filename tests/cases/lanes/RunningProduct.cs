// Every element depends on the one before.
// point: x: LaneData.Signed(19), y: new double[19]
// lengths: x: LaneData.Signed(N), y: new double[N]
// lanes: no
using DiffGen;

namespace Cases.Lanes;

public static partial class RunningProduct
{
    [Differentiable]
    public static void F(double[] x, double[] y)
    {
        for (int i = 1; i < x.Length; i++)
            y[i] = (y[i - 1] + 1) * x[i];
    }
}
