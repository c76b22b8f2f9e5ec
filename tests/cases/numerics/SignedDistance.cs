// A smooth union of a sphere and a box, followed along a ray: the last step is differentiated through all before it.
// point: origin: new Vector3(0f, 0.25f, -3f), direction: new Vector3(0.05f, -0.1f, 1f), radius: 0.75f
// tolerance: 0.01
using System;
using System.Numerics;
using DiffGen;

namespace Cases.Numerics;

public static partial class SignedDistance
{
    [Differentiable]
    public static float F(Vector3 origin, Vector3 direction, float radius)
    {
        Vector3 ray = Vector3.Normalize(direction);
        float travelled = 0f;
        for (int step = 0; step < 60; step++)
        {
            float distance = Scene(origin + (ray * travelled), radius);
            if (distance < 0.00001f)
                break;
            travelled += distance;
        }
        return travelled;
    }

    [Differentiable]
    private static float Scene(Vector3 p, float radius)
    {
        float sphere = Vector3.Distance(p, new Vector3(0.5f, 0f, 0f)) - radius;
        Vector3 q = Vector3.Abs(p) - new Vector3(0.5f, 0.25f, 0.5f);
        float box = Vector3.Max(q, Vector3.Zero).Length() + MathF.Min(MathF.Max(q.X, MathF.Max(q.Y, q.Z)), 0f);
        float h = Math.Clamp(0.5f + (0.5f * (box - sphere) / 0.2f), 0f, 1f);
        return float.Lerp(box, sphere, h) - (0.2f * h * (1f - h));
    }
}
