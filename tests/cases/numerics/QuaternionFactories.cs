// Rotations from an axis, from angles and from a matrix.
// point: axis: new Vector3(0.6f, 0f, 0.8f), angle: 0.7f, pitch: -0.4f
// point: axis: new Vector3(0.6f, 0f, 0.8f), angle: 2.9f, pitch: -0.4f
using System.Numerics;
using DiffGen;

namespace Cases.Numerics;

public static partial class QuaternionFactories
{
    [Differentiable]
    public static Quaternion F(Vector3 axis, float angle, float pitch)
    {
        Quaternion a = Quaternion.CreateFromAxisAngle(axis, angle), b = Quaternion.CreateFromYawPitchRoll(angle, pitch, angle * pitch);
        return Quaternion.CreateFromRotationMatrix(Matrix4x4.CreateFromQuaternion(a)) * b;
    }
}
