// A fresh array of vectors is returned.
// point: v: new[] { new Vector2(1f, 0.5f), new Vector2(-0.5f, 2f) }, m: new Matrix3x2(1f, 0.25f, -0.5f, 2f, 0.75f, -1f)
using System.Numerics;
using DiffGen;

namespace Cases.Numerics;

public static partial class ArrayOfVectorsReturned
{
    [Differentiable]
    public static Vector2[] F(Vector2[] v, Matrix3x2 m)
    {
        var result = new Vector2[v.Length];
        for (int i = 0; i < v.Length; i++)
            result[i] = Vector2.Transform(v[i], m) * Vector2.TransformNormal(v[i], m);
        return result;
    }
}
