using System;

namespace DiffGen.Benchmarks.ByHand;

/// <summary>The gradient of k-means and its diagonal Hessian, in the pass that finds the nearest centroids.</summary>
internal static class KmeansByHand
{
    public static void GradientAndDiagonal(int n, int k, int d, ReadOnlySpan<double> points, ReadOnlySpan<double> centroids, Span<double> gradient, Span<double> diagonal)
    {
        gradient.Clear();
        diagonal.Clear();
        for (int i = 0; i < n; i++)
        {
            ReadOnlySpan<double> point = points.Slice(i * d, d);
            double smallest = double.PositiveInfinity;
            int nearest = 0;
            for (int c = 0; c < k; c++)
            {
                ReadOnlySpan<double> centroid = centroids.Slice(c * d, point.Length);
                double square = 0;
                for (int j = 0; j < point.Length; j++)
                {
                    double difference = point[j] - centroid[j];
                    square += difference * difference;
                }
                if (square < smallest)
                    (smallest, nearest) = (square, c);
            }
            for (int j = 0; j < d; j++)
            {
                gradient[(nearest * d) + j] -= 2 * (point[j] - centroids[(nearest * d) + j]);
                diagonal[(nearest * d) + j] += 2;
            }
        }
    }
}
