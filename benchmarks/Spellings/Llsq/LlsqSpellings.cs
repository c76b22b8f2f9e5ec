using GradBench.Objectives;
using GradBench.Objectives.Inputs;

namespace DiffGen.Benchmarks.Spellings;

/// <summary>Spellings of the polynomial fit.</summary>
internal static class LlsqSpellings
{
    public static Spelling[] Of(LlsqInput i)
    {
        var dx = new double[i.X.Length];
        double[] Result() => [.. dx];
        return
        [
            new(nameof(Llsq), () => [i.Value()], () => i.Gradient(dx), Result),
            new(nameof(LlsqHelpers), () => [LlsqHelpers.HalfSquares(i.X, i.N)], () => LlsqHelpers.HalfSquaresGradient(i.X, i.N, dx), Result),
            new(nameof(LlsqPowers), () => [LlsqPowers.HalfSquares(i.X, i.N)], () => LlsqPowers.HalfSquaresGradient(i.X, i.N, dx), Result),
            new(nameof(LlsqResiduals), () => [LlsqResiduals.HalfSquares(i.X, i.N)], () => LlsqResiduals.HalfSquaresGradient(i.X, i.N, dx), Result),
        ];
    }
}
