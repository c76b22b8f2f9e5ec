using System;
using GradBench.Objectives.Inputs;
using GradBench.Protocol;

namespace GradBench.Modules;

/// <summary>The loss of a recurrent network and its gradient, flat: main parameters, then extra ones.</summary>
internal static class LstmModule
{
    public static Module Create() => new("lstm", ("objective", Objective), ("jacobian", Jacobian));

    private static Evaluation Objective(Input input) => Evaluation.OfNumber(Read(input).Value);

    private static Evaluation Jacobian(Input input)
    {
        LstmInput lstm = Read(input);
        var gradient = new double[lstm.Main.Length + lstm.Extra.Length];
        return Evaluation.OfNumbers(
            gradient, () => lstm.Gradient(gradient.AsSpan(0, lstm.Main.Length), gradient.AsSpan(lstm.Main.Length)));
    }

    private static LstmInput Read(Input input)
    {
        int rows = input["main_params"].Count;
        if (rows == 0 || rows % 2 != 0)
            throw input["main_params"].Unexpected("two rows per layer");
        int length = input["sequence"].Count;
        if (length < 2)
            throw input["sequence"].Unexpected("at least two elements");
        int width = input["sequence"][0].Count;
        if (width == 0)
            throw input["sequence"][0].Unexpected("at least one number");
        return new(
            rows / 2, width, length, input["main_params"].Numbers(rows, 4 * width), input["extra_params"].Numbers(3, width),
            input["state"].Numbers(rows, width), input["sequence"].Numbers(length, width));
    }
}
