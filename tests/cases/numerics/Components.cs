// Fields written one by one, constant and computed indices.
// point: v: new Vector4(1f, 2f, -0.5f, 0.75f), k: 2
// point: v: new Vector4(1f, 2f, -0.5f, 0.75f), k: 0
using System.Numerics;
using DiffGen;

namespace Cases.Numerics;

public static partial class Components
{
    [Differentiable]
    public static float F(Vector4 v, int k)
    {
        Vector4 w = v;
        w.X *= w.Y;
        w[1] = w.X - w[3];
        w[k] += w[(k + 1) % 4] * v[k];
        float sum = 0;
        for (int i = 0; i < 4; i++)
            sum += w[i] * w[i] * (i + 1);
        return sum;
    }
}
