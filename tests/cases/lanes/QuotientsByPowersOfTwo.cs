// Quotients by powers of two, and by the largest and smallest of them, whose reciprocals are not exact.
// point: x: LaneData.Special(19), y: new double[4 * 19], s: LaneData.Singles(19), t: new float[19]
// kink: infinities and NaN
// lengths: x: LaneData.Special(N), y: new double[4 * N], s: LaneData.Singles(N), t: new float[N]
// lanes: 8 and 16
using DiffGen;

namespace Cases.Lanes;

public static partial class QuotientsByPowersOfTwo
{
    [Differentiable]
    public static void F(double[] x, double[] y, float[] s, float[] t)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[4 * i] = x[i] / 8;
            y[(4 * i) + 1] = x[i] / -0.25;
            y[(4 * i) + 2] = x[i] / 8.98846567431158e307;
            y[(4 * i) + 3] = (x[i] / 4.9406564584124654e-324) + (x[i] / 3);
        }
        for (int i = 0; i < s.Length; i++)
            t[i] = (s[i] / 1.7014118e38f) + (s[i] / -16f) + (s[i] / 1.17549435e-38f);
    }
}
