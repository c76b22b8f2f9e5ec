using DiffGen.Benchmarks.ByHand;
using GradBench.Objectives;
using GradBench.Objectives.Inputs;

namespace DiffGen.Benchmarks.Suite.Objectives;

internal sealed class PolynomialFit : Objective
{
    private static readonly (int N, int M)[] AllSizes = [(2048, 128), (512, 32), (16_384, 128)];

    public override string Name => "llsq";

    public override int Sizes => AllSizes.Length;

    public override Growth Growth => new("n", [128, 512, 2048, 8192, 32_768], n => Of((n, 128)));

    public override Problem Create(int size) => Of(AllSizes[size]);

    private Problem Of((int N, int M) size)
    {
        (int n, int m) = size;
        LlsqInput input = LlsqInput.Create(n, m);
        return new(
            Name,
            $"n={n} m={m}",
            new Buffers([[n, m]], [input.X]),
            new Buffers([1]),
            new Buffers([m]),
            o => o.Reals[0][0] = input.Value(),
            o => input.Gradient(o.Reals[0]))
        {
            Fast = o => Llsq.HalfSquaresFastGradient(input.X, n, o.Reals[0]),
            ByHand = o => LlsqByHand.Gradient(input.X, n, o.Reals[0]),
        };
    }
}
