using System;
using DiffGen;

namespace GradBench.Objectives;

/// <summary>Clustering by k-means: the cost, and a step of Newton's method in each coordinate by itself.</summary>
public static partial class Kmeans
{
    /// <summary>The sum of squared distances of points to the centroid nearest to each.</summary>
    /// <param name="n">Number of points.</param>
    /// <param name="k">Number of centroids.</param>
    /// <param name="d">Dimension.</param>
    /// <param name="points">The points, d numbers each.</param>
    /// <param name="centroids">The centroids, d numbers each.</param>
    [Differentiable(Derivatives.Gradient | Derivatives.Hvp)]
    [Differentiable(Derivatives.Gradient | Derivatives.Hvp, Name = "CostFast", FloatingPoint = FloatingPoint.Fast)]
    public static double Cost(int n, int k, int d, [NoDerivative] ReadOnlySpan<double> points, ReadOnlySpan<double> centroids)
    {
        double cost = 0;
        for (int i = 0; i < n; i++)
        {
            double nearest = double.PositiveInfinity;
            for (int c = 0; c < k; c++)
            {
                double distance = 0;
                for (int j = 0; j < d; j++)
                {
                    double difference = points[(i * d) + j] - centroids[(c * d) + j];
                    distance += difference * difference;
                }
                if (distance < nearest)
                    nearest = distance;
            }
            cost += nearest;
        }
        return cost;
    }

    /// <summary>The gradient and the diagonal of the Hessian, which is diagonal: its product with ones.</summary>
    public static void GradientAndDiagonal(
        int n, int k, int d, ReadOnlySpan<double> points, ReadOnlySpan<double> centroids, ReadOnlySpan<double> ones, Span<double> gradient, Span<double> diagonal)
    {
        CostGradient(n, k, d, points, centroids, gradient);
        CostHvp(n, k, d, points, centroids, ones, diagonal);
    }

    /// <summary>The direction of Newton's method: the gradient over the diagonal of the Hessian, written to <paramref name="direction"/>.</summary>
    public static void Direction(
        int n, int k, int d, ReadOnlySpan<double> points, ReadOnlySpan<double> centroids, ReadOnlySpan<double> ones, Span<double> diagonal, Span<double> direction)
    {
        GradientAndDiagonal(n, k, d, points, centroids, ones, direction, diagonal);
        for (int i = 0; i < direction.Length; i++)
            direction[i] /= diagonal[i];
    }
}
