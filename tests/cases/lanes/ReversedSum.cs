// A sum from the end: its order is that of the iterations.
// point: x: LaneData.Signed(19)
// lengths: x: LaneData.Signed(N)
// lanes: 8
using DiffGen;

namespace Cases.Lanes;

public static partial class ReversedSum
{
    [Differentiable]
    public static double F(double[] x)
    {
        double s = 0.1;
        for (int i = x.Length - 1; i >= 0; i--)
            s += x[i] * x[i];
        return s;
    }
}
