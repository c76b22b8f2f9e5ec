// Points turned by a unit quaternion towards targets.
// point: q: new Quaternion(0.1f, 0.3f, -0.2f, 0.9f), from: new[] { new Vector3(1f, 0f, 0f), new Vector3(0f, 1f, 0.5f) }, to: new[] { new Vector3(0.5f, 0.5f, 0.5f), new Vector3(-0.5f, 0.75f, 0.25f) }
using System;
using System.Numerics;
using DiffGen;

namespace Cases.Numerics;

public static partial class RigidBodyRotation
{
    [Differentiable]
    public static float F(Quaternion q, Vector3[] from, [NoDerivative] Vector3[] to)
    {
        Quaternion unit = Quaternion.Normalize(q);
        float loss = 0;
        for (int i = 0; i < from.Length; i++)
            loss += Vector3.DistanceSquared(Vector3.Transform(from[i], unit), to[i]);
        return loss;
    }
}
