// Reflection at a plane, and interpolation by a number and by a vector.
// point: a: new Vector3(0.5f, -1.25f, 2f), n: new Vector3(0f, 0.6f, 0.8f), t: 0.3f
using System.Numerics;
using DiffGen;

namespace Cases.Numerics;

public static partial class LerpAndReflect
{
    [Differentiable]
    public static Vector3 F(Vector3 a, Vector3 n, float t) => Vector3.Lerp(Vector3.Reflect(a, n), a, t) + Vector3.Lerp(a, n, a);
}
