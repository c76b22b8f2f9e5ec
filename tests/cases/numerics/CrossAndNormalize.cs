// A normal of a triangle, returned as a vector.
// point: p: new Vector3(0.1f, 0.2f, 0.3f), q: new Vector3(1.1f, 0.4f, -0.3f), r: new Vector3(-0.5f, 1.2f, 0.7f)
using System.Numerics;
using DiffGen;

namespace Cases.Numerics;

public static partial class CrossAndNormalize
{
    [Differentiable]
    public static Vector3 F(Vector3 p, Vector3 q, Vector3 r) => Vector3.Normalize(Vector3.Cross(q - p, r - p));
}
