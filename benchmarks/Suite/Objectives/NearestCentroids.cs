using DiffGen.Benchmarks.ByHand;
using GradBench.Objectives;
using GradBench.Objectives.Inputs;

namespace DiffGen.Benchmarks.Suite.Objectives;

internal sealed class NearestCentroids : Objective
{
    private static readonly (int K, int N, int D)[] AllSizes = [(100, 10_000, 16), (10, 100_000, 16), (100, 10_000, 64)];

    public override string Name => "kmeans";

    public override int Sizes => AllSizes.Length;

    public override Growth Growth => new("n", [300, 1000, 3000, 10_000], n => Of((100, n, 16)));

    public override Problem Create(int size) => Of(AllSizes[size]);

    private Problem Of((int K, int N, int D) size)
    {
        (int k, int n, int d) = size;
        KmeansInput input = KmeansInput.Create(k, n, d);
        return new(
            Name,
            $"k={k} n={n} d={d}",
            new Buffers([[n, d, k]], [input.Points, input.Centroids]),
            new Buffers([1]),
            new Buffers([k * d, k * d]),
            o => o.Reals[0][0] = input.Value(),
            o => input.GradientAndDiagonal(o.Reals[0], o.Reals[1]))
        {
            Fast = o =>
            {
                Kmeans.CostFastGradient(n, k, d, input.Points, input.Centroids, o.Reals[0]);
                Kmeans.CostFastHvp(n, k, d, input.Points, input.Centroids, input.Ones, o.Reals[1]);
            },
            ByHand = o => KmeansByHand.GradientAndDiagonal(n, k, d, input.Points, input.Centroids, o.Reals[0], o.Reals[1]),
        };
    }
}
