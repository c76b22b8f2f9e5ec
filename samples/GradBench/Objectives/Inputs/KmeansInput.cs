using System;

namespace GradBench.Objectives.Inputs;

/// <summary>What <see cref="Kmeans.GradientAndDiagonal"/> takes.</summary>
public sealed record KmeansInput(int N, int K, int D, double[] Points, double[] Centroids)
{
    /// <summary>The direction whose product with a diagonal matrix is its diagonal.</summary>
    public double[] Ones { get; } = CreateOnes(K * D);

    /// <summary>An input of the given size, the same in every run; the last points are the centroids, as in the suite.</summary>
    public static KmeansInput Create(int k, int n, int d)
    {
        double[] points = Draws.Uniform(new Random(6), n * d, 0, 1);
        return new(n, k, d, points, points[^(k * d)..]);
    }

    /// <summary>The value.</summary>
    public double Value() => Kmeans.Cost(N, K, D, Points, Centroids);

    /// <summary>The gradient and the diagonal of the Hessian.</summary>
    public void GradientAndDiagonal(Span<double> gradient, Span<double> diagonal)
        => Kmeans.GradientAndDiagonal(N, K, D, Points, Centroids, Ones, gradient, diagonal);

    /// <summary>The direction of Newton's method; the diagonal is scratch space.</summary>
    public void Direction(Span<double> diagonal, Span<double> direction)
        => Kmeans.Direction(N, K, D, Points, Centroids, Ones, diagonal, direction);

    private static double[] CreateOnes(int count)
    {
        var ones = new double[count];
        Array.Fill(ones, 1);
        return ones;
    }
}
