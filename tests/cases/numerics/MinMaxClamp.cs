// The parts that are chosen get the derivative; at a tie, half each.
// point: a: new Vector3(0.5f, -1.25f, 2f), b: new Vector3(1.5f, -2.25f, 0.75f)
// point: a: new Vector3(1f, 1f, 1f), b: new Vector3(1f, 0.5f, 2f)
// kink: a tie
using System.Numerics;
using DiffGen;

namespace Cases.Numerics;

public static partial class MinMaxClamp
{
    [Differentiable]
    public static float F(Vector3 a, Vector3 b)
    {
        Vector3 high = Vector3.Max(a, b), low = Vector3.Min(a, b * 0.5f);
        Vector3 inside = Vector3.Clamp(a * b, -Vector3.One, Vector3.One);
        return Vector3.Dot(high, low) + Vector3.Dot(inside, Vector3.Abs(b));
    }
}
