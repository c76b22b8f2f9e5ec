using System;

namespace DiffGen.Benchmarks.Spellings;

/// <summary>All distances of a point in a scratch array, then the least of them; while loops over running indices.</summary>
internal static partial class KmeansScratch
{
    [Differentiable(Derivatives.Gradient | Derivatives.Hvp)]
    public static double Cost(int d, [NoDerivative] double[] points, double[] centroids)
    {
        int k = centroids.Length / d;
        var distances = new double[k];
        double cost = 0;
        int start = 0;
        while (start < points.Length)
        {
            int next = 0;
            int c = 0;
            while (c < k)
            {
                double sum = 0;
                int j = 0;
                while (j < d)
                {
                    double difference = centroids[next++] - points[start + j];
                    sum += difference * difference;
                    j++;
                }
                distances[c++] = sum;
            }
            double least = distances[0];
            foreach (double distance in distances)
            {
                if (distance < least)
                    least = distance;
            }
            cost += least;
            start += d;
        }
        return cost;
    }
}
