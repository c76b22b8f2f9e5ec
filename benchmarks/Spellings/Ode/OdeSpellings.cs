using GradBench.Objectives;
using GradBench.Objectives.Inputs;

namespace DiffGen.Benchmarks.Spellings;

/// <summary>Spellings of the chain of differential equations.</summary>
internal static class OdeSpellings
{
    public static Spelling[] Of(OdeInput i)
    {
        var dx = new double[i.X.Length];
        double[] Result() => [.. dx];
        return
        [
            new(nameof(Ode), () => [i.Value()], () => i.Gradient(dx), Result),
            new(nameof(OdeStages), () => [OdeStages.Last(i.X, i.Steps)], () => OdeStages.LastGradient(i.X, i.Steps, dx), Result),
        ];
    }
}
