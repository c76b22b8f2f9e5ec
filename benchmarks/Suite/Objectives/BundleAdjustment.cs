using DiffGen.Benchmarks.ByHand;
using GradBench.Objectives;
using GradBench.Objectives.Inputs;

namespace DiffGen.Benchmarks.Suite.Objectives;

internal sealed class BundleAdjustment : Objective
{
    private static readonly (int Cameras, int Points, int Observations)[] AllSizes = [(10, 2000, 8000), (49, 7776, 31_843), (1197, 126_327, 563_734)];

    public override string Name => "ba";

    public override int Sizes => AllSizes.Length;

    public override Growth Growth => new("p", [100, 1000, 10_000, 100_000], p => Of((10, 100, p)));

    public override Problem Create(int size) => Of(AllSizes[size]);

    private Problem Of((int Cameras, int Points, int Observations) size)
    {
        (int cameras, int points, int observations) = size;
        BaInput input = BaInput.Create(cameras, points, observations);
        int entries = Ba.EntriesPerObservation * observations;
        return new(
            Name,
            $"n={cameras} m={points} p={observations}",
            new Buffers([[cameras, points, observations], input.Observations], [input.Cams, input.Points, input.Weights, input.Features]),
            new Buffers([2 * observations, observations]),
            new Buffers([2 * observations, observations, entries], [(3 * observations) + 1, entries]),
            o => input.Residuals(o.Reals[0], o.Reals[1]),
            o => input.ResidualsAndJacobian(o.Reals[0], o.Reals[1], o.Ints[0], o.Ints[1], o.Reals[2]))
        {
            Fast = o => input.ResidualsAndJacobian(o.Reals[0], o.Reals[1], o.Ints[0], o.Ints[1], o.Reals[2], isFast: true),
            ByHand = o => BaByHand.ResidualsAndJacobian(
                input.Cams, input.Points, input.Weights, input.Observations, input.Features, o.Reals[0], o.Reals[1], o.Ints[0], o.Ints[1], o.Reals[2]),
        };
    }
}
