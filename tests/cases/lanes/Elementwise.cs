// Every iteration writes an element of its own.
// point: x: LaneData.Signed(19), y: new double[19]
// lengths: x: LaneData.Signed(N), y: new double[N]
// lanes: 8
using DiffGen;

namespace Cases.Lanes;

public static partial class Elementwise
{
    [Differentiable]
    public static void F(double[] x, double[] y)
    {
        for (int i = 0; i < x.Length; i++)
            y[i] = x[i] * x[i] + 0.5 / (1 + x[i] * x[i]);
    }
}
