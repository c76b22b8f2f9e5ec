using GradBench.Objectives.Inputs;
using GradBench.Protocol;

namespace GradBench.Modules;

/// <summary>A determinant and its gradient.</summary>
internal static class DetModule
{
    public static Module Create() => new("det", ("primal", Primal), ("gradient", Gradient));

    private static Evaluation Primal(Input input) => Evaluation.OfNumber(Read(input).Value);

    private static Evaluation Gradient(Input input)
    {
        DetInput det = Read(input);
        var gradient = new double[det.A.Length];
        return Evaluation.OfNumbers(gradient, () => det.Gradient(gradient));
    }

    private static DetInput Read(Input input)
    {
        int ell = input["ell"].Integer(1, 1000);
        return new(input["A"].Numbers(ell * ell), ell);
    }
}
