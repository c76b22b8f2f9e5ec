// Several sums, one of which is taken from.
// point: x: LaneData.Signed(19)
// lengths: x: LaneData.Signed(N)
// lanes: 8
using DiffGen;

namespace Cases.Lanes;

public static partial class SeveralSums
{
    [Differentiable]
    public static double F(double[] x)
    {
        double a = 0, b = 1, c = -0.0;
        for (int i = 0; i < x.Length; i++)
        {
            a += x[i];
            b += x[i] * x[i];
            c -= x[i] * 0.5;
        }
        return a * b + c;
    }
}
