// A branch by the index beside numbers of single precision.
// point: x: LaneData.Singles(19), y: new float[19]
// lengths: x: LaneData.Singles(N), y: new float[N]
// lanes: no
using DiffGen;

namespace Cases.Lanes;

public static partial class SingleIndexBranch
{
    [Differentiable]
    public static void F(float[] x, float[] y)
    {
        for (int i = 0; i < x.Length; i++)
            y[i] = i < 3 ? x[i] : x[i] * x[i - 2];
    }
}
