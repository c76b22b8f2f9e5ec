// ref, out and in parameters of vector types.
// point: v: new Vector3(1f, 2f, 3f), m: Matrix4x4.CreateRotationZ(0.3f)
using System.Numerics;
using DiffGen;

namespace Cases.Numerics;

public static partial class RefVector
{
    [Differentiable]
    public static void F(ref Vector3 v, in Matrix4x4 m, out Quaternion q)
    {
        v = Vector3.Transform(v, m) * v.X;
        q = new Quaternion(v, m.M11);
    }
}
