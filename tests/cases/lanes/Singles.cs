// Single precision runs in sixteen lanes.
// point: x: LaneData.Singles(19), y: new float[19]
// lengths: x: LaneData.Singles(N), y: new float[N]
// lanes: 16
using System;
using DiffGen;

namespace Cases.Lanes;

public static partial class Singles
{
    [Differentiable]
    public static void F(float[] x, float[] y)
    {
        for (int i = 0; i < x.Length; i++)
            y[i] = x[i] > 0 ? x[i] * x[i] : MathF.Sin(x[i]) * 0.5f;
    }
}
