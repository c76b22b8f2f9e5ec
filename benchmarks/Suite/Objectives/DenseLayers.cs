using DiffGen.Benchmarks.ByHand;
using GradBench.Objectives;
using GradBench.Objectives.Inputs;

namespace DiffGen.Benchmarks.Suite.Objectives;

internal sealed class DenseLayers : Objective
{
    private static readonly (int[] Widths, int Batch)[] AllSizes = [([64, 128, 128, 10], 32), ([16, 32, 32, 10], 256), ([256, 512, 10], 32)];

    public override string Name => "mlp";

    public override int Sizes => AllSizes.Length;

    public override Growth Growth => new("B", [2, 8, 32, 128, 512], batch => Of(([64, 128, 128, 10], batch)));

    public override Problem Create(int size) => Of(AllSizes[size]);

    private Problem Of((int[] Widths, int Batch) size)
    {
        (int[] widths, int batch) = size;
        MlpInput input = MlpInput.Create(widths, batch);
        return new(
            Name,
            $"{string.Join('-', widths)} B={batch}",
            new Buffers([[batch, widths.Length - 1], widths, input.Labels], [input.W, input.X]),
            new Buffers([1]),
            new Buffers([input.W.Length]),
            o => o.Reals[0][0] = input.Value(),
            o => input.Gradient(o.Reals[0]))
        {
            Fast = o => Mlp.LossFastGradient(widths, input.W, input.X, input.Labels, o.Reals[0]),
            ByHand = o => MlpByHand.Gradient(widths, input.W, input.X, input.Labels, o.Reals[0]),
        };
    }
}
