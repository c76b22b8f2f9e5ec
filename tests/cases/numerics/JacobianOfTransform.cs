// A Jacobian by lanes.
// point: v: new Vector3(1f, -0.5f, 0.75f), q: new Quaternion(0.1f, 0.2f, 0.3f, 0.9f)
using System.Numerics;
using DiffGen;

namespace Cases.Numerics;

public static partial class JacobianOfTransform
{
    [Differentiable(Derivatives.Jvp | Derivatives.Vjp | Derivatives.Jacobian)]
    public static Vector3 F(Vector3 v, Quaternion q) => Vector3.Transform(v, Quaternion.Normalize(q)) * v.Length();
}
