// A sum whose parts are of use.
// point: x: LaneData.Signed(19), y: new double[19]
// lengths: x: LaneData.Signed(N), y: new double[N]
// lanes: no
using DiffGen;

namespace Cases.Lanes;

public static partial class SumUsedWhileSummed
{
    [Differentiable]
    public static void F(double[] x, double[] y)
    {
        double s = 0;
        for (int i = 0; i < x.Length; i++)
        {
            s += x[i] * x[i];
            y[i] = s;
        }
    }
}
