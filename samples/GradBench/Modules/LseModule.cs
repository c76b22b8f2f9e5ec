using GradBench.Objectives.Inputs;
using GradBench.Protocol;

namespace GradBench.Modules;

/// <summary>The logarithm of a sum of exponentials and its gradient.</summary>
internal static class LseModule
{
    public static Module Create() => new("lse", ("primal", Primal), ("gradient", Gradient));

    private static Evaluation Primal(Input input) => Evaluation.OfNumber(Read(input).Value);

    private static Evaluation Gradient(Input input)
    {
        LseInput lse = Read(input);
        var gradient = new double[lse.X.Length];
        return Evaluation.OfNumbers(gradient, () => lse.Gradient(gradient));
    }

    private static LseInput Read(Input input) => new(input["x"].Numbers());
}
