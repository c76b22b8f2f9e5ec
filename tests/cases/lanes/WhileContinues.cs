// While loops that go on from two places: one whose counter is read behind it, and one that is counted.
// point: x: LaneData.Signed(19), y: new double[19]
// lengths: x: LaneData.Signed(N), y: new double[N]
// lanes: 8
using DiffGen;

namespace Cases.Lanes;

public static partial class WhileContinues
{
    [Differentiable]
    public static double F(double[] x, double[] y)
    {
        int i = 0;
        while (i < x.Length)
        {
            if (x[i] < 0)
            {
                i++;
                continue;
            }
            y[i] = x[i] * x[i];
            i++;
        }
        int k = 0;
        double s = 0;
        while (k < x.Length)
        {
            if (x[k] < 0)
            {
                k++;
                continue;
            }
            s += x[k] * x[k] * x[k];
            k++;
        }
        return s * i;
    }
}
