// A loop that counts down by three, to an inclusive bound.
// point: x: LaneData.Signed(19), y: new double[19]
// lengths: x: LaneData.Signed(N), y: new double[N]
// lanes: 8
using DiffGen;

namespace Cases.Lanes;

public static partial class StepMinusThree
{
    [Differentiable]
    public static void F(double[] x, double[] y)
    {
        for (int i = x.Length - 1; i >= 1; i -= 3)
            y[i] = x[i] * x[i] + i;
    }
}
