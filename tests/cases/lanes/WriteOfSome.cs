// Only some iterations write.
// point: x: LaneData.Signed(19), y: new double[19]
// lengths: x: LaneData.Signed(N), y: new double[N]
// lanes: 8
using DiffGen;

namespace Cases.Lanes;

public static partial class WriteOfSome
{
    [Differentiable]
    public static void F(double[] x, double[] y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = x[i];
            if (x[i] > 0.3)
                y[i] = y[i] * x[i];
            if (i > 2)
                y[i] += x[i - 3];
        }
    }
}
