using GradBench.Objectives;
using GradBench.Objectives.Inputs;

namespace DiffGen.Benchmarks.Spellings;

/// <summary>Spellings of the logarithm of a sum of exponentials.</summary>
internal static class LseSpellings
{
    public static Spelling[] Of(LseInput i)
    {
        var dx = new double[i.X.Length];
        double[] Result() => [.. dx];
        return
        [
            new(nameof(Lse), () => [i.Value()], () => i.Gradient(dx), Result),
            new(nameof(LseForeach), () => [LseForeach.LogSumExp(i.X)], () => LseForeach.LogSumExpGradient(i.X, dx), Result),
            new(nameof(LseHelpers), () => [LseHelpers.LogSumExp(i.X)], () => LseHelpers.LogSumExpGradient(i.X, dx), Result),
            new(nameof(LseScratch), () => [LseScratch.LogSumExp(i.X)], () => LseScratch.LogSumExpGradient(i.X, dx), Result),
        ];
    }
}
