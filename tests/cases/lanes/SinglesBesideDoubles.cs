// Single precision beside double precision: eight lanes of both.
// point: x: LaneData.Singles(19), y: LaneData.Signed(19), z: new float[19]
// kink: a jump where steps of single precision may cross it
// lengths: x: LaneData.Singles(N), y: LaneData.Signed(N), z: new float[N]
// lanes: 8
using DiffGen;

namespace Cases.Lanes;

public static partial class SinglesBesideDoubles
{
    [Differentiable]
    public static double F(float[] x, double[] y, float[] z)
    {
        double s = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double p = x[i] * y[i];
            float q = (float)(p * p) + x[i];
            if (q > 0.25f)
                q *= x[i];
            z[i] = q * (i + 1);
            s += q;
        }
        return s;
    }
}
