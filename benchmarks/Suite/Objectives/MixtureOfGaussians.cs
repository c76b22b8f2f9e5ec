using DiffGen.Benchmarks.ByHand;
using GradBench.Objectives;
using GradBench.Objectives.Inputs;

namespace DiffGen.Benchmarks.Suite.Objectives;

internal sealed class MixtureOfGaussians : Objective
{
    private static readonly (int D, int K, int N)[] AllSizes = [(10, 25, 1000), (64, 100, 1000), (2, 5, 10_000), (20, 50, 1000)];

    public override string Name => "gmm";

    public override int Sizes => AllSizes.Length;

    public override Growth Growth => new("n", [100, 300, 1000, 3000, 10_000], n => Of((10, 25, n)));

    public override Problem Create(int size) => Of(AllSizes[size]);

    private Problem Of((int D, int K, int N) size)
    {
        (int d, int k, int n) = size;
        int triangle = k * d * (d - 1) / 2;
        GmmInput input = GmmInput.Create(d, k, n);
        return new(
            Name,
            $"d={d} K={k} n={n}",
            new Buffers([[d, k, n, input.M]], [input.Alpha, input.Mu, input.Q, input.L, input.X, [input.Gamma]]),
            new Buffers([1]),
            new Buffers([k, k * d, k * d, triangle]),
            o => o.Reals[0][0] = input.Value(),
            o => input.Gradient(o.Reals[0], o.Reals[1], o.Reals[2], o.Reals[3]))
        {
            Fast = o => Gmm.LogPosteriorFastGradient(
                d, k, n, input.Alpha, input.Mu, input.Q, input.L, input.X, input.Gamma, input.M, o.Reals[0], o.Reals[1], o.Reals[2], o.Reals[3]),
            ByHand = o => GmmByHand.Gradient(
                d, k, n, input.Alpha, input.Mu, input.Q, input.L, input.X, input.Gamma, input.M, o.Reals[0], o.Reals[1], o.Reals[2], o.Reals[3]),
        };
    }
}
