using DiffGen.Benchmarks.ByHand;
using GradBench.Objectives;
using GradBench.Objectives.Inputs;

namespace DiffGen.Benchmarks.Suite.Objectives;

internal sealed class LongShortTermMemory : Objective
{
    private static readonly (int Layers, int Length)[] AllSizes = [(4, 1024), (2, 1024), (4, 4096)];

    public override string Name => "lstm";

    public override int Sizes => AllSizes.Length;

    public override Growth Growth => new("c", [64, 256, 1024, 4096], c => Of((4, c)));

    public override Problem Create(int size) => Of(AllSizes[size]);

    private Problem Of((int Layers, int Length) size)
    {
        (int layers, int length) = size;
        LstmInput input = LstmInput.Create(layers, length);
        return new(
            Name,
            $"l={layers} c={length}",
            new Buffers([[layers, input.Width, length]], [input.Main, input.Extra, input.State, input.Sequence]),
            new Buffers([1]),
            new Buffers([input.Main.Length, input.Extra.Length]),
            o => o.Reals[0][0] = input.Value(),
            o => input.Gradient(o.Reals[0], o.Reals[1]))
        {
            Fast = o => Lstm.LossFastGradient(
                layers, input.Width, length, input.Main, input.Extra, input.State, input.Sequence, o.Reals[0], o.Reals[1]),
            ByHand = o => LstmByHand.Gradient(
                layers, input.Width, length, input.Main, input.Extra, input.State, input.Sequence, o.Reals[0], o.Reals[1]),
        };
    }
}
