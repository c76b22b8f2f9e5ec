// Matrices made of angles, scales and places.
// point: angle: 0.4f, scale: new Vector3(1.5f, 0.5f, 2f), at: new Vector3(1f, -1f, 0.5f)
using System.Numerics;
using DiffGen;

namespace Cases.Numerics;

public static partial class MatrixFactories
{
    [Differentiable]
    public static Vector3 F(float angle, Vector3 scale, Vector3 at)
    {
        Matrix4x4 m = Matrix4x4.CreateScale(scale, at) * Matrix4x4.CreateRotationY(angle, at) * Matrix4x4.CreateTranslation(at);
        m *= Matrix4x4.CreateFromAxisAngle(Vector3.Normalize(at), angle) * Matrix4x4.CreateFromYawPitchRoll(angle, 0.5f, -angle);
        m = Matrix4x4.Transform(m, Quaternion.CreateFromYawPitchRoll(0.1f, angle, 0.2f)) * Matrix4x4.CreateWorld(at, scale, Vector3.UnitZ);
        return Vector3.Transform(scale, m) + Vector3.TransformNormal(at, m) + m.Translation;
    }
}
