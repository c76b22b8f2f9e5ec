// Questions about vectors have no derivative; the branch taken has one.
// point: a: new Vector3(1f, 2f, 3f), b: new Vector3(3f, 2.5f, 1f)
// point: a: new Vector3(1f, 2f, 3f), b: new Vector3(1f, 2f, 3f)
// kink: equal vectors
using System.Numerics;
using DiffGen;

namespace Cases.Numerics;

public static partial class ComparisonsOfVectors
{
    [Differentiable]
    public static float F(Vector3 a, Vector3 b)
    {
        if (a == b || a.Equals(b * 2f))
            return a.X * b.Y;
        float sum = Vector3.GreaterThanAny(a, b) ? Vector3.Dot(a, a) : 0f;
        return a != Vector3.Zero ? sum + Vector3.Dot(Vector3.ConditionalSelect(Vector3.GreaterThan(a, b), a, b * b), b) : sum;
    }
}
