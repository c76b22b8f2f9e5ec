using GradBench.Objectives;
using GradBench.Objectives.Inputs;

namespace DiffGen.Benchmarks.Spellings;

/// <summary>Spellings of k-means. Derivatives: the gradient, and the diagonal of the Hessian by its product with ones.</summary>
internal static class KmeansSpellings
{
    public static Spelling[] Of(KmeansInput input) => [Sample(input), ByRows(input), Jagged(input), Scratch(input)];

    private static Spelling Sample(KmeansInput i)
    {
        double[] gradient = new double[i.K * i.D], diagonal = new double[i.K * i.D];
        return new(nameof(Kmeans), () => [i.Value()], () => i.GradientAndDiagonal(gradient, diagonal), () => [.. gradient, .. diagonal]);
    }

    private static Spelling ByRows(KmeansInput i)
    {
        double[] gradient = new double[i.K * i.D], diagonal = new double[i.K * i.D];
        return new(
            nameof(KmeansByRows), () => [KmeansByRows.Cost(i.D, i.Points, i.Centroids)],
            () =>
            {
                KmeansByRows.CostGradient(i.D, i.Points, i.Centroids, gradient);
                KmeansByRows.CostHvp(i.D, i.Points, i.Centroids, i.Ones, diagonal);
            },
            () => [.. gradient, .. diagonal]);
    }

    private static Spelling Jagged(KmeansInput i)
    {
        double[][] points = Shapes.Jagged(i.Points, i.N), centroids = Shapes.Jagged(i.Centroids, i.K), ones = Shapes.Jagged(i.Ones, i.K);
        double[][] gradient = Shapes.Like(centroids), diagonal = Shapes.Like(centroids);
        return new(
            nameof(KmeansJagged), () => [KmeansJagged.Cost(points, centroids)],
            () =>
            {
                KmeansJagged.CostGradient(points, centroids, gradient);
                KmeansJagged.CostHvp(points, centroids, ones, diagonal);
            },
            () => [.. Shapes.Flat(gradient), .. Shapes.Flat(diagonal)]);
    }

    private static Spelling Scratch(KmeansInput i)
    {
        double[] gradient = new double[i.K * i.D], diagonal = new double[i.K * i.D];
        return new(
            nameof(KmeansScratch), () => [KmeansScratch.Cost(i.D, i.Points, i.Centroids)],
            () =>
            {
                KmeansScratch.CostGradient(i.D, i.Points, i.Centroids, gradient);
                KmeansScratch.CostHvp(i.D, i.Points, i.Centroids, i.Ones, diagonal);
            },
            () => [.. gradient, .. diagonal]);
    }
}
