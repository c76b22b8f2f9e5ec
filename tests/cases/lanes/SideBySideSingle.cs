// Numbers of single precision.
// point: w: LaneData.Singles(6 * 5), x: LaneData.Singles(6)
// lengths: w: LaneData.Singles(6 * N), x: LaneData.Singles(6)
// lanes: 16
// sums: 4
using System;
using DiffGen;

namespace Cases.Lanes;

public static partial class SideBySideSingle
{
    [Differentiable]
    public static float F(float[] w, float[] x)
    {
        float product = 1;
        for (int o = 0; o < w.Length / 6; o++)
        {
            float sum = 0.5f;
            for (int i = 0; i < x.Length; i++)
                sum += w[6 * o + i] * x[i];
            product = product * 0.7f + MathF.Tanh(sum);
        }
        return product;
    }
}
