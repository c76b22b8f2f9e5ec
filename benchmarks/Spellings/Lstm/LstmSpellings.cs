using GradBench.Objectives;
using GradBench.Objectives.Inputs;

namespace DiffGen.Benchmarks.Spellings;

/// <summary>Spellings of the recurrent network. Derivatives: main parameters, then extra ones.</summary>
internal static class LstmSpellings
{
    public static Spelling[] Of(LstmInput i)
    {
        double[] dMain = new double[i.Main.Length], dExtra = new double[i.Extra.Length];
        double[] Result() => [.. dMain, .. dExtra];
        return
        [
            new(nameof(Lstm), () => [i.Value()], () => i.Gradient(dMain, dExtra), Result),
            Jagged(i),
            new(
                nameof(LstmStructs), () => [LstmStructs.Loss(i.Layers, i.Width, i.Main, i.Extra, i.State, i.Sequence)],
                () => LstmStructs.LossGradient(i.Layers, i.Width, i.Main, i.Extra, i.State, i.Sequence, dMain, dExtra), Result),
            new(
                nameof(LstmGates), () => [LstmGates.Loss(i.Layers, i.Width, i.Length, i.Main, i.Extra, i.State, i.Sequence)],
                () => LstmGates.LossGradient(i.Layers, i.Width, i.Length, i.Main, i.Extra, i.State, i.Sequence, dMain, dExtra), Result),
        ];
    }

    private static Spelling Jagged(LstmInput i)
    {
        double[][] main = Shapes.Jagged(i.Main, 2 * i.Layers), extra = Shapes.Jagged(i.Extra, 3);
        double[][] state = Shapes.Jagged(i.State, 2 * i.Layers), sequence = Shapes.Jagged(i.Sequence, i.Length);
        double[][] dMain = Shapes.Like(main), dExtra = Shapes.Like(extra);
        return new(
            nameof(LstmJagged), () => [LstmJagged.Loss(main, extra, state, sequence)],
            () => LstmJagged.LossGradient(main, extra, state, sequence, dMain, dExtra), () => [.. Shapes.Flat(dMain), .. Shapes.Flat(dExtra)]);
    }
}
