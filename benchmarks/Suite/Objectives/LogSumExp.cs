using DiffGen.Benchmarks.ByHand;
using GradBench.Objectives.Inputs;

namespace DiffGen.Benchmarks.Suite.Objectives;

internal sealed class LogSumExp : Objective
{
    private static readonly int[] AllSizes = [40_000, 1000, 1_000_000];

    public override string Name => "lse";

    public override int Sizes => AllSizes.Length;

    public override Problem Create(int size)
    {
        int n = AllSizes[size];
        LseInput input = LseInput.Create(n);
        return new(
            Name,
            $"n={n}",
            new Buffers([[n]], [input.X]),
            new Buffers([1]),
            new Buffers([n]),
            o => o.Reals[0][0] = input.Value(),
            o => input.Gradient(o.Reals[0]))
        {
            ByHand = o => LogSumExpByHand.Gradient(input.X, o.Reals[0]),
        };
    }
}
