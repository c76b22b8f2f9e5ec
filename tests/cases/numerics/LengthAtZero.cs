// At the kink of a norm the derivative is 0, as for Abs.
// point: a: new Vector3(0f, 0f, 0f), s: 2f
// value: 0
// gradient: 0, 0, 0, 0
// kink: a norm at 0
using System.Numerics;
using DiffGen;

namespace Cases.Numerics;

public static partial class LengthAtZero
{
    [Differentiable]
    public static float F(Vector3 a, float s) => (a * s).Length() + Vector3.Distance(a, a);
}
