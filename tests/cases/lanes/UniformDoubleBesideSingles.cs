// A number of double precision that is the same for all iterations, beside others of single precision.
// point: x: LaneData.Singles(19), c: 0.3, y: new float[19], z: new double[19]
// lengths: x: LaneData.Singles(N), c: 0.3, y: new float[N], z: new double[N]
// lanes: 8
using DiffGen;

namespace Cases.Lanes;

public static partial class UniformDoubleBesideSingles
{
    [Differentiable]
    public static double F(float[] x, double c, float[] y, double[] z)
    {
        double s = 0;
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = x[i] * x[i];
            z[i] = c * c;
            s += c;
        }
        return s;
    }
}
