// Split mode with vectors.
// point: v: new[] { new Vector3(1f, -0.5f, 0.75f), new Vector3(0.5f, 0.5f, 1f) }, q: new Quaternion(0.1f, 0.2f, 0.3f, 0.9f)
using System.Numerics;
using DiffGen;

namespace Cases.Numerics;

public static partial class SplitTransform
{
    [Differentiable(Derivatives.Jvp | Derivatives.Vjp | Derivatives.Gradient | Derivatives.Pullback)]
    public static float F(Vector3[] v, Quaternion q)
    {
        float sum = 0;
        for (int i = 0; i < v.Length; i++)
        {
            v[i] = Vector3.Transform(v[i], q);
            sum += v[i].Length();
        }
        return sum;
    }
}
