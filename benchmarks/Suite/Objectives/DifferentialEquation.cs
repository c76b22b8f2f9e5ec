using DiffGen.Benchmarks.ByHand;
using GradBench.Objectives;
using GradBench.Objectives.Inputs;

namespace DiffGen.Benchmarks.Suite.Objectives;

internal sealed class DifferentialEquation : Objective
{
    private static readonly (int N, int Steps)[] AllSizes = [(1000, 100), (100, 1000), (10_000, 100)];

    public override string Name => "ode";

    // In 100 steps nothing gets from the first of 1000 components to the last: all derivatives are 0 there.
    public override int TellingSize => 1;

    public override int Sizes => AllSizes.Length;

    public override Growth Growth => new("s", [10, 30, 100, 300, 1000], s => Of((1000, s)));

    public override Problem Create(int size) => Of(AllSizes[size]);

    private Problem Of((int N, int Steps) size)
    {
        (int n, int steps) = size;
        OdeInput input = OdeInput.Create(n, steps);
        return new(
            Name,
            $"n={n} s={steps}",
            new Buffers([[n, steps]], [input.X]),
            new Buffers([1]),
            new Buffers([n]),
            o => o.Reals[0][0] = input.Value(),
            o => input.Gradient(o.Reals[0]))
        {
            Fast = o => Ode.LastFastGradient(input.X, steps, o.Reals[0]),
            ByHand = o => OdeByHand.Gradient(input.X, steps, o.Reals[0]),
        };
    }
}
