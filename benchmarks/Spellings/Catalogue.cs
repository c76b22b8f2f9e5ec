using System.Collections.Generic;
using GradBench.Objectives.Inputs;

namespace DiffGen.Benchmarks.Spellings;

/// <summary>
/// Objectives of the suites, each in several spellings that ordinary code may have, at one input. The first spelling of each is that of the sample. What one is
/// optimised for must not depend on how it is written.
/// </summary>
internal static class Catalogue
{
    /// <summary>All of them at inputs so small that any test can afford them.</summary>
    public static IReadOnlyDictionary<string, Spelling[]> Small() => new Dictionary<string, Spelling[]>
    {
        ["gmm"] = GmmSpellings.Of(GmmInput.Create(3, 4, 11)),
        ["ba"] = BaSpellings.Of(BaInput.Create(3, 4, 7)),
        ["lstm"] = LstmSpellings.Of(LstmInput.Create(2, 9)),
        ["kmeans"] = KmeansSpellings.Of(KmeansInput.Create(4, 40, 3)),
        ["lse"] = LseSpellings.Of(LseInput.Create(37)),
        ["ode"] = OdeSpellings.Of(OdeInput.Create(6, 5)),
        ["det"] = DetSpellings.Of(DetInput.Create(5)),
        ["llsq"] = LlsqSpellings.Of(LlsqInput.Create(33, 9)),
        ["mlp"] = MlpSpellings.Of(MlpInput.Create([5, 7, 6, 3], 4)),
    };

    /// <summary>All of them in the sizes that are timed.</summary>
    public static IReadOnlyDictionary<string, Spelling[]> Timed() => new Dictionary<string, Spelling[]>
    {
        ["gmm"] = GmmSpellings.Of(TimedInputs.GmmSmall()),
        ["ba"] = BaSpellings.Of(TimedInputs.Ba()),
        ["lstm"] = LstmSpellings.Of(TimedInputs.Lstm()),
        ["kmeans"] = KmeansSpellings.Of(TimedInputs.Kmeans()),
        ["lse"] = LseSpellings.Of(TimedInputs.Lse()),
        ["ode"] = OdeSpellings.Of(TimedInputs.Ode()),
        ["det"] = DetSpellings.Of(TimedInputs.Det()),
        ["llsq"] = LlsqSpellings.Of(TimedInputs.Llsq()),
        ["mlp"] = MlpSpellings.Of(TimedInputs.Mlp()),
    };
}
