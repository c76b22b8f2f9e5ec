// Volume and surface of a closed mesh from an index buffer, vertices as spans of a flat array.
// point: vertices: [0, 0, 0, 1.2, 0.1, 0, 0.2, 1.1, 0, 0.3, 0.2, 0.9], triangles: [0, 2, 1, 0, 1, 3, 1, 2, 3, 2, 0, 3]
using System;
using DiffGen;

namespace Cases.Library;

public static partial class MeshVolume
{
    [Differentiable]
    public static double F(ReadOnlySpan<double> vertices, ReadOnlySpan<int> triangles)
    {
        double volume = 0, surface = 0;
        for (int i = 0; i < triangles.Length; i += 3)
        {
            ReadOnlySpan<double> a = vertices.Slice(3 * triangles[i], 3);
            ReadOnlySpan<double> b = vertices.Slice(3 * triangles[i + 1], 3);
            ReadOnlySpan<double> c = vertices[(3 * triangles[i + 2])..];
            volume += SignedVolume(a, b, c);
            surface += Area(a, b, c);
        }
        return Math.Pow(Math.Abs(volume), 1.0 / 3) / Math.Sqrt(surface);
    }

    [Differentiable]
    private static double SignedVolume(ReadOnlySpan<double> a, ReadOnlySpan<double> b, ReadOnlySpan<double> c) =>
        ((a[0] * ((b[1] * c[2]) - (b[2] * c[1]))) + (a[1] * ((b[2] * c[0]) - (b[0] * c[2]))) + (a[2] * ((b[0] * c[1]) - (b[1] * c[0])))) / 6;

    [Differentiable]
    private static double Area(ReadOnlySpan<double> a, ReadOnlySpan<double> b, ReadOnlySpan<double> c)
    {
        double sum = 0;
        for (int k = 0; k < 3; k++)
        {
            int l = (k + 1) % 3;
            double n = ((b[k] - a[k]) * (c[l] - a[l])) - ((b[l] - a[l]) * (c[k] - a[k]));
            sum += n * n;
        }
        return 0.5 * Math.Sqrt(sum);
    }
}
