// Vectorised functions, which round otherwise than those of MathF.
// point: a: new Vector3(0.5f, 1.25f, 2f), b: new Vector3(1.5f, 0.25f, 0.75f)
using System.Numerics;
using DiffGen;

namespace Cases.Numerics;

public static partial class ElementwiseFunctions
{
    [Differentiable]
    public static float F(Vector3 a, Vector3 b)
    {
        Vector3 c = Vector3.Sin(a) * Vector3.Exp(-b) + Vector3.Log(a) + Vector3.SquareRoot(b) + Vector3.Hypot(a, b);
        (Vector3 sine, Vector3 cosine) = Vector3.SinCos(b);
        return Vector3.Sum((c * Vector3.Cos(b)) + (sine * cosine));
    }
}
