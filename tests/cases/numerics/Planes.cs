// Distances from planes, and planes through points.
// point: p: new Vector3(0.1f, 0.2f, 0.3f), q: new Vector3(1.1f, 0.4f, -0.3f), r: new Vector3(-0.5f, 1.2f, 0.7f), angle: 0.5f
using System.Numerics;
using DiffGen;

namespace Cases.Numerics;

public static partial class Planes
{
    [Differentiable]
    public static float F(Vector3 p, Vector3 q, Vector3 r, float angle)
    {
        Plane plane = Plane.CreateFromVertices(p, q, r);
        plane.D *= 2f;
        plane.Normal += p;
        Plane turned = Plane.Transform(Plane.Normalize(plane), Matrix4x4.CreateRotationX(angle));
        Vector3 mirrored = Vector3.Transform(q, Matrix4x4.CreateReflection(turned));
        return Plane.DotCoordinate(turned, mirrored) + Plane.DotNormal(plane, r) + Plane.Dot(turned, new Vector4(p, 1f));
    }
}
