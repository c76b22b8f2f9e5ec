// Integers beside numbers of single precision.
// point: x: LaneData.Singles(19), y: new float[19]
// lengths: x: LaneData.Singles(N), y: new float[N]
// lanes: 16
using DiffGen;

namespace Cases.Lanes;

public static partial class SingleIndices
{
    [Differentiable]
    public static void F(float[] x, float[] y)
    {
        for (int i = 0; i < x.Length; i++)
            y[i] = x[i] * i + (float)(16777217 + i) * 1e-8f;
    }
}
