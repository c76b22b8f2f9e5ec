// Inverses of both sizes; what says whether there is one has no derivative.
// point: a: new Matrix4x4(1f, 0.5f, -0.25f, 0f, 0.75f, 2f, 0.5f, 0.25f, 0f, -0.5f, 1.5f, 0.5f, 1f, 0f, 0.25f, 1f), b: new Matrix3x2(1f, 0.25f, -0.5f, 2f, 0.75f, -1f)
// point: a: new Matrix4x4(), b: new Matrix3x2(1f, 0.25f, -0.5f, 2f, 0.75f, -1f)
// kink: no inverse
using System.Numerics;
using DiffGen;

namespace Cases.Numerics;

public static partial class MatrixInverse
{
    [Differentiable]
    public static float F(Matrix4x4 a, Matrix3x2 b)
    {
        if (!Matrix3x2.Invert(b, out Matrix3x2 flat))
            return 0f;
        float sum = flat.GetDeterminant() + flat.M31;
        return Matrix4x4.Invert(a, out Matrix4x4 inverse) ? sum * (inverse.M11 + inverse.M23 - (inverse.M42 * inverse.M34)) : sum;
    }
}
