using System;

namespace DiffGen.Benchmarks.Spellings;

/// <summary>Row spans, a helper for the distance, Math.Min.</summary>
internal static partial class KmeansByRows
{
    [Differentiable(Derivatives.Gradient | Derivatives.Hvp)]
    public static double Cost(int d, [NoDerivative] ReadOnlySpan<double> points, ReadOnlySpan<double> centroids)
    {
        double cost = 0;
        for (int i = 0; i < points.Length; i += d)
        {
            ReadOnlySpan<double> point = points.Slice(i, d);
            double nearest = SquaredDistance(point, centroids[..d]);
            for (int c = d; c < centroids.Length; c += d)
                nearest = Math.Min(nearest, SquaredDistance(point, centroids.Slice(c, d)));
            cost += nearest;
        }
        return cost;
    }

    [Differentiable]
    private static double SquaredDistance([NoDerivative] ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        return sum;
    }
}
