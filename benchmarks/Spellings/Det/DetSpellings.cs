using GradBench.Objectives;
using GradBench.Objectives.Inputs;

namespace DiffGen.Benchmarks.Spellings;

/// <summary>Spellings of the determinant.</summary>
internal static class DetSpellings
{
    public static Spelling[] Of(DetInput i)
    {
        var da = new double[i.A.Length];
        double[] Result() => [.. da];
        return
        [
            new(nameof(Det), () => [i.Value()], () => i.Gradient(da), Result),
            new(nameof(DetFlags), () => [DetFlags.Determinant(i.A, i.Ell)], () => DetFlags.DeterminantGradient(i.A, i.Ell, da), Result),
        ];
    }
}
