// Affine maps of the plane.
// point: angle: 0.4f, at: new Vector2(1f, -0.5f), k: 1
using System.Numerics;
using DiffGen;

namespace Cases.Numerics;

public static partial class Matrix3x2Chain
{
    [Differentiable]
    public static Vector2 F(float angle, Vector2 at, int k)
    {
        Matrix3x2 m = Matrix3x2.CreateRotation(angle, at) * Matrix3x2.CreateSkew(angle, 0.25f) * Matrix3x2.CreateScale(at) * Matrix3x2.CreateTranslation(at);
        m[k] *= m.Translation;
        return Vector2.Transform(at, m) + m.X;
    }
}
