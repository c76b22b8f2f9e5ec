// Arc length of a Catmull-Rom spline by Gauss and Legendre's rule with five nodes.
// point: x: [0.0, 1.0, 2.0, 2.5, 4.0], y: [0.0, 1.5, 0.3, 2.0, 1.0]
using System;
using DiffGen;

namespace Cases.Library;

public static partial class ArcLength
{
    private static ReadOnlySpan<double> Nodes => [-0.90617984593866399280, -0.53846931010568309104, 0.0, 0.53846931010568309104, 0.90617984593866399280];

    private static ReadOnlySpan<double> Weights => [0.23692688505618908751, 0.47862867049936646804, 0.56888888888888888889, 0.47862867049936646804, 0.23692688505618908751];

    [Differentiable]
    public static double F(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        if (x.Length != y.Length)
            throw new ArgumentException("Both coordinates have one length.", nameof(y));
        double length = 0;
        for (int i = 0; i + 1 < x.Length; i++)
        {
            for (int g = 0; g < Nodes.Length; g++)
            {
                double t = 0.5 * (Nodes[g] + 1);
                double dx = Slope(x, i, t), dy = Slope(y, i, t);
                length += 0.5 * Weights[g] * Math.Sqrt((dx * dx) + (dy * dy));
            }
        }
        return length;
    }

    [Differentiable]
    private static double Slope(ReadOnlySpan<double> p, int i, [NoDerivative] double t)
    {
        double p0 = p[Math.Max(i - 1, 0)], p1 = p[i], p2 = p[i + 1], p3 = p[Math.Min(i + 2, p.Length - 1)];
        double m1 = 0.5 * (p2 - p0), m2 = 0.5 * (p3 - p1);
        return (((6 * t * t) - (6 * t)) * p1) + (((3 * t * t) - (4 * t) + 1) * m1) + (((6 * t) - (6 * t * t)) * p2) + (((3 * t * t) - (2 * t)) * m2);
    }
}
