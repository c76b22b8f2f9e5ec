using GradBench.Objectives.Inputs;
using GradBench.Protocol;

namespace GradBench.Modules;

/// <summary>The cost of a clustering and the direction of Newton's method.</summary>
internal static class KmeansModule
{
    public static Module Create() => new("kmeans", ("cost", Cost), ("dir", Direction));

    private static Evaluation Cost(Input input) => Evaluation.OfNumber(Read(input).Value);

    private static Evaluation Direction(Input input)
    {
        KmeansInput kmeans = Read(input);
        var diagonal = new double[kmeans.Centroids.Length];
        var direction = new double[kmeans.Centroids.Length];
        return new(() => kmeans.Direction(diagonal, direction), writer => Output.Rows(writer, direction, kmeans.K));
    }

    private static KmeansInput Read(Input input)
    {
        int n = input["points"].Count;
        int k = input["centroids"].Count;
        if (n == 0)
            throw input["points"].Unexpected("at least one point");
        if (k == 0)
            throw input["centroids"].Unexpected("at least one centroid");
        int d = input["points"][0].Count;
        return new(n, k, d, input["points"].Numbers(n, d), input["centroids"].Numbers(k, d));
    }
}
