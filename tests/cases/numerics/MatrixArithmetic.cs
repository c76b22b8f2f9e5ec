// Sums, products, interpolation, transposes and elements of matrices.
// point: a: new Matrix4x4(1f, 0.5f, -0.25f, 0f, 0.75f, 2f, 0.5f, 0.25f, 0f, -0.5f, 1.5f, 0.5f, 1f, 0f, 0.25f, 1f), b: Matrix4x4.CreateRotationX(0.5f), t: 0.25f, k: 2
using System.Numerics;
using DiffGen;

namespace Cases.Numerics;

public static partial class MatrixArithmetic
{
    [Differentiable]
    public static Matrix4x4 F(Matrix4x4 a, Matrix4x4 b, float t, int k)
    {
        Matrix4x4 c = Matrix4x4.Lerp(a, b, t) - (Matrix4x4.Transpose(a) * b) + Matrix4x4.Identity;
        c.M12 *= c.M21;
        c.Translation = c.Translation * t;
        c[k, 1] = c[1, k] * a[k, k];
        return -c * c.GetDeterminant();
    }
}
