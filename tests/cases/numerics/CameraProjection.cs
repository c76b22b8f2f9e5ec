// Points seen by a camera: a chain of matrices and a perspective divide.
// point: eye: new Vector3(3f, 2f, 4f), target: new Vector3(0.25f, 0f, -0.5f), fov: 0.9f, points: new[] { new Vector3(0.5f, 0.25f, 0f), new Vector3(-0.5f, 1f, 0.5f) }
using System;
using System.Numerics;
using DiffGen;

namespace Cases.Numerics;

public static partial class CameraProjection
{
    [Differentiable]
    public static float F(Vector3 eye, Vector3 target, float fov, ReadOnlySpan<Vector3> points)
    {
        Matrix4x4 view = Matrix4x4.CreateLookAt(eye, target, Vector3.UnitY);
        Matrix4x4 projection = Matrix4x4.CreatePerspectiveFieldOfView(fov, 1.5f, 0.5f, 100f);
        Matrix4x4 chain = view * projection;
        float sum = 0;
        foreach (Vector3 p in points)
        {
            Vector4 clip = Vector4.Transform(new Vector4(p, 1f), chain);
            var screen = new Vector2(clip.X, clip.Y) / clip.W;
            sum += screen.LengthSquared() + clip.Z;
        }
        return sum;
    }
}
