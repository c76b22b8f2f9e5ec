using System;

namespace DiffGen.Benchmarks.Spellings;

/// <summary>Jagged arrays; which centroid is nearest is found first, as an index, and only its distance is added.</summary>
internal static partial class KmeansJagged
{
    [Differentiable(Derivatives.Gradient | Derivatives.Hvp)]
    public static double Cost([NoDerivative] double[][] points, double[][] centroids)
    {
        double cost = 0;
        foreach (double[] point in points)
            cost += SquaredDistance(point, centroids[Nearest(point, centroids)]);
        return cost;
    }

    [Differentiable]
    private static int Nearest([NoDerivative] double[] point, double[][] centroids)
    {
        int nearest = 0;
        double least = double.MaxValue;
        for (int c = 0; c < centroids.Length; c++)
        {
            double distance = SquaredDistance(point, centroids[c]);
            if (distance < least)
            {
                least = distance;
                nearest = c;
            }
        }
        return nearest;
    }

    [Differentiable]
    private static double SquaredDistance([NoDerivative] double[] a, double[] b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            double difference = a[i] - b[i];
            sum += difference * difference;
        }
        return sum;
    }
}
