using DiffGen.Benchmarks.ByHand;
using GradBench.Objectives;
using GradBench.Objectives.Inputs;

namespace DiffGen.Benchmarks.Suite.Objectives;

internal sealed class Determinant : Objective
{
    private static readonly int[] AllSizes = [9, 7, 8];

    public override string Name => "det";

    public override int Sizes => AllSizes.Length;

    public override Growth Growth => new("l", [5, 6, 7, 8, 9], Of);

    public override Problem Create(int size) => Of(AllSizes[size]);

    private Problem Of(int ell)
    {
        DetInput input = DetInput.Create(ell);
        return new(
            Name,
            $"l={ell}",
            new Buffers([[ell]], [input.A]),
            new Buffers([1]),
            new Buffers([ell * ell]),
            o => o.Reals[0][0] = input.Value(),
            o => input.Gradient(o.Reals[0]))
        {
            Fast = o => Det.DeterminantFastGradient(input.A, ell, o.Reals[0]),
            ByHand = o => DetByHand.Gradient(input.A, ell, o.Reals[0]),
        };
    }
}
