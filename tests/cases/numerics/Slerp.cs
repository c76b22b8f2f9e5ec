// Interpolation on the sphere: ordinary, the longer way round, and nearly parallel, where the framework takes the chord.
// point: a: new Quaternion(0.5f, 0.5f, 0.5f, 0.5f), b: new Quaternion(0.1f, -0.7f, 0.1f, 0.7f), t: 0.3f
// point: a: new Quaternion(0.5f, 0.5f, 0.5f, 0.5f), b: new Quaternion(-0.1f, -0.7f, -0.1f, 0.2f), t: 0.6f
// point: a: new Quaternion(0.5f, 0.5f, 0.5f, 0.5f), b: new Quaternion(0.5f, 0.5f, 0.5f, 0.5f), t: 0.25f
// kink: where the arc gives way to the chord
using System.Numerics;
using DiffGen;

namespace Cases.Numerics;

public static partial class Slerp
{
    [Differentiable]
    public static Quaternion F(Quaternion a, Quaternion b, float t) => Quaternion.Slerp(a, b, t) + Quaternion.Lerp(a, b, t);
}
