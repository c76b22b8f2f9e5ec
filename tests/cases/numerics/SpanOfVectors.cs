// Vectors in spans and arrays, overwritten in a loop.
// point: points: new[] { new Vector3(1f, 0.5f, -0.25f), new Vector3(0.5f, -1f, 0.75f), new Vector3(-0.5f, 0.25f, 1f) }, scale: new[] { 0.5f, 1.5f, -0.75f }
using System;
using System.Numerics;
using DiffGen;

namespace Cases.Numerics;

public static partial class SpanOfVectors
{
    [Differentiable]
    public static float F(Span<Vector3> points, ReadOnlySpan<float> scale)
    {
        for (int i = 0; i < points.Length; i++)
        {
            points[i] *= scale[i];
            points[i].Y += points[i].X * points[i].X;
        }
        var sum = Vector3.Zero;
        foreach (Vector3 p in points)
            sum += Vector3.Cross(p, sum + p.Length() * Vector3.UnitZ);
        return Vector3.Dot(sum, points[^1]);
    }
}
