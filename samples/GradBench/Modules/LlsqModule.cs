using GradBench.Objectives.Inputs;
using GradBench.Protocol;

namespace GradBench.Modules;

/// <summary>Half of the squares of a polynomial fit and their gradient.</summary>
internal static class LlsqModule
{
    public static Module Create() => new("llsq", ("primal", Primal), ("gradient", Gradient));

    private static Evaluation Primal(Input input) => Evaluation.OfNumber(Read(input).Value);

    private static Evaluation Gradient(Input input)
    {
        LlsqInput llsq = Read(input);
        var gradient = new double[llsq.X.Length];
        return Evaluation.OfNumbers(gradient, () => llsq.Gradient(gradient));
    }

    private static LlsqInput Read(Input input) => new(input["x"].Numbers(), input["n"].Integer(2));
}
