// A plane as parameter and as result.
// point: plane: new Plane(0.6f, 0.8f, 0f, 1.5f), q: new Quaternion(0.1f, 0.2f, 0.3f, 0.9f)
using System.Numerics;
using DiffGen;

namespace Cases.Numerics;

public static partial class PlaneParameter
{
    [Differentiable]
    public static Plane F(Plane plane, Quaternion q) => Plane.Transform(new Plane(plane.Normal * plane.D, plane.D * plane.D), q);
}
