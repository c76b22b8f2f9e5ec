// Vectors of vectors, swizzles and conversions between sizes.
// point: a: new Vector2(0.5f, -1.25f), b: new Vector3(1f, 2f, 3f)
using System.Numerics;
using DiffGen;

namespace Cases.Numerics;

public static partial class PartialVectors
{
    [Differentiable]
    public static Vector4 F(Vector2 a, Vector3 b)
    {
        var c = new Vector4(a, b.X * a.Y, 1f) * new Vector4(b, 2f);
        Vector3 d = Vector3.Shuffle(b, 2, 0, 1) * new Vector3(a, c.W);
        return (c + d.AsVector4()) * new Vector4(a.X) + Vector4.UnitZ * Vector2.Cross(a, b.AsVector4().AsVector2());
    }
}
