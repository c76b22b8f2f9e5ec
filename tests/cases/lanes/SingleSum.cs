// A sum of single precision in the order of the iterations.
// point: x: LaneData.Singles(19)
// lengths: x: LaneData.Singles(N)
// lanes: 16
using DiffGen;

namespace Cases.Lanes;

public static partial class SingleSum
{
    [Differentiable]
    public static float F(float[] x)
    {
        float s = 0.1f;
        for (int i = 0; i < x.Length; i++)
            s += x[i] * x[i];
        return s;
    }
}
