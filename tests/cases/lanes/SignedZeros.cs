// Zeros keep their signs.
// point: x: LaneData.Zeros(19), y: new double[3 * 19]
// lengths: x: LaneData.Zeros(N), y: new double[3 * N]
// lanes: 8
using DiffGen;

namespace Cases.Lanes;

public static partial class SignedZeros
{
    [Differentiable]
    public static void F(double[] x, double[] y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[3 * i] = -x[i];
            y[3 * i + 1] = x[i] * -1.0 + -0.0;
            y[3 * i + 2] = 0.0 - x[i];
        }
    }
}
