using System.ComponentModel;
using System.Numerics;

namespace DiffGen.CompilerServices;

/// <summary>For generated code: methods of matrices as expressions.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Matrices
{
    /// <summary>What <see cref="Matrix3x2.Invert"/> leaves in its second argument.</summary>
    public static Matrix3x2 Inverse(Matrix3x2 matrix)
    {
        Matrix3x2.Invert(matrix, out Matrix3x2 inverse);
        return inverse;
    }

    /// <summary>What <see cref="Matrix4x4.Invert"/> leaves in its second argument.</summary>
    public static Matrix4x4 Inverse(Matrix4x4 matrix)
    {
        Matrix4x4.Invert(matrix, out Matrix4x4 inverse);
        return inverse;
    }
}
