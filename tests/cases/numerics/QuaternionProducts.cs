// Algebra of quaternions.
// point: a: new Quaternion(0.5f, -0.25f, 0.75f, 1f), b: new Quaternion(0.25f, 1f, -0.5f, 0.5f), s: 0.75f
using System.Numerics;
using DiffGen;

namespace Cases.Numerics;

public static partial class QuaternionProducts
{
    [Differentiable]
    public static Quaternion F(Quaternion a, Quaternion b, float s)
    {
        Quaternion c = (a * b) + (Quaternion.Conjugate(a) * s) - Quaternion.Inverse(b);
        c = Quaternion.Concatenate(c, a) / Quaternion.Normalize(b);
        return c * Quaternion.Dot(a, b) * (c.Length() - Quaternion.Negate(b).LengthSquared()) + Quaternion.Identity;
    }
}
