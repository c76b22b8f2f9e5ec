// Text of an active vector is no derivative lost.
// point: v: new Vector3(1f, -0.5f, 0.75f)
using System.Numerics;
using DiffGen;

namespace Cases.Numerics;

public static partial class TextOfVectors
{
    [Differentiable]
    public static float F(Vector3 v) => v.ToString().Length > 2 ? Vector3.Dot(v, v) : v.X;
}
