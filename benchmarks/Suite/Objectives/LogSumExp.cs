using System;
using DiffGen.Benchmarks.ByHand;
using GradBench.Objectives;
using GradBench.Objectives.Inputs;

namespace DiffGen.Benchmarks.Suite.Objectives;

internal sealed class LogSumExp : Objective
{
    private static readonly int[] AllSizes = [40_000, 1000, 1_000_000];

    public override string Name => "lse";

    public override int Sizes => AllSizes.Length;

    public override Growth Growth => new("n", [1000, 10_000, 100_000, 1_000_000], Of);

    public override Problem Create(int size) => Of(AllSizes[size]);

    private Problem Of(int n)
    {
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
            Fast = o => Lse.LogSumExpFastGradient(input.X, o.Reals[0]),
            // Tools that add up one term at a time lose digits with the length of the sum.
            Tolerance = Math.Max(1e-8, 1e-12 * n),
            ByHand = o => LogSumExpByHand.Gradient(input.X, o.Reals[0]),
        };
    }
}
