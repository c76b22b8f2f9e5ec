// Sums at places that repeat unevenly.
// point: x: LaneData.Signed(19)
// lengths: x: LaneData.Signed(N)
// lanes: 8
using DiffGen;

namespace Cases.Lanes;

public static partial class Histogram
{
    [Differentiable]
    public static double F(double[] x)
    {
        var h = new double[3];
        for (int i = 0; i < x.Length; i++)
            h[i % 3] += x[i] * x[i];
        return h[0] * h[1] + h[2];
    }
}
