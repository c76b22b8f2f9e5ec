// A sum of equal numbers of double precision beside numbers of single precision.
// point: x: LaneData.Singles(19), c: 0.3, y: new float[19]
// lengths: x: LaneData.Singles(N), c: 0.3, y: new float[N]
// lanes: 8 and 16
using DiffGen;

namespace Cases.Lanes;

public static partial class UniformDoubleSum
{
    [Differentiable]
    public static double F(float[] x, double c, float[] y)
    {
        double s = 0;
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = x[i] * x[i];
            s += c;
        }
        return s;
    }
}
