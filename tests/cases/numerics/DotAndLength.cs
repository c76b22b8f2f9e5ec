// Products and norms, whose order of summation is the machine's.
// point: a: new Vector3(1.5f, -0.5f, 0.25f), b: new Vector3(0.75f, 2f, -1.25f)
using System.Numerics;
using DiffGen;

namespace Cases.Numerics;

public static partial class DotAndLength
{
    [Differentiable]
    public static float F(Vector3 a, Vector3 b) =>
        (Vector3.Dot(a, b) * a.Length()) + (b.LengthSquared() / Vector3.Distance(a, b)) - Vector3.DistanceSquared(a, b);
}
