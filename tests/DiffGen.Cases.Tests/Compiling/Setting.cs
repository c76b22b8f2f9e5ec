using System.Collections.Immutable;
using DiffGen.Cases.Tests.Format;

namespace DiffGen.Cases.Tests.Compiling;

/// <summary>Which optimisations are switched off while the corpus is compiled.</summary>
/// <param name="Disable">The value of the MSBuild property <c>DiffGenDisable</c>.</param>
/// <param name="KeepsOrder">The order of operations is that of <see cref="NoFusion"/>, so that derivatives must be equal to the bit.</param>
/// <param name="Derivatives">Companions that are asked for beside those that a case asks for, wherever its method can have them.</param>
internal sealed record Setting(string Name, string Disable, bool KeepsOrder = true, Derivatives Derivatives = 0)
{
    /// <summary>The cases that are compiled: all, or a sample where a build serves no more than a comparison.</summary>
    public ImmutableArray<CaseFile> Files { get; init; } = CorpusFiles.Cases;

    /// <summary>MSBuild properties beside <c>DiffGenDisable</c>.</summary>
    public ImmutableDictionary<string, string> Properties { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Arithmetic in any order, contracted, with vector mathematics.</summary>
    public static readonly Setting Fast = new("Fast", "") { Files = CorpusFiles.Sample(6, 4, "Functions Numerics Objectives"), Properties = ImmutableDictionary<string, string>.Empty.Add("DiffGenFloatingPoint", "Fast") };

    /// <summary>Second-order companions of every scalar.</summary>
    public static readonly Setting SecondOrder = new("SecondOrder", "", Derivatives: Derivatives.Hvp | Derivatives.Hessian | Derivatives.HessianDiagonal) { Files = CorpusFiles.Sample(6, areas: "Second") };

    /// <summary>The same without any optimisation.</summary>
    public static readonly Setting PlainSecondOrder = new("PlainSecondOrder", "Fuse;Inline;Recompute;Optimize", KeepsOrder: false, Derivatives.Hvp) { Files = CorpusFiles.Sample(12, areas: "Second") };

    public static readonly Setting Default = new("Default", "");

    /// <summary>The base for bitwise comparisons: fusion may sum adjoints in another order, and so may loops in lanes, which other optimisations make possible or not.</summary>
    public static readonly Setting NoFusion = new("NoFusion", "Fuse;LoopLanes") { Files = CorpusFiles.Sample(2, areas: "Calls Fusion Hostile Objectives") };

    /// <summary>The base for loops in lanes: iterations run one by one.</summary>
    public static readonly Setting NoLanes = new("NoLanes", "JammedLoops;LoopLanes");

    /// <summary>Every other optimisation is switched off on its own, and all together, each for a part of the corpus that the base has too. Without inlining, adjoints are summed call by call; the optimiser joins sums of several contributions.</summary>
    public static readonly ImmutableArray<Setting> Others =
    [
        new("NoInlining", "Fuse;LoopLanes;Inline", KeepsOrder: false) { Files = CorpusFiles.Sample(8, 0, "Calls") },
        new("NoRecomputation", "Fuse;LoopLanes;Recompute") { Files = CorpusFiles.Sample(8, 4) },
        new("NoOptimizer", "Fuse;Optimize", KeepsOrder: false) { Files = CorpusFiles.Sample(8, 2) },
        new("Nothing", "Fuse;Inline;Recompute;Optimize", KeepsOrder: false) { Files = CorpusFiles.Sample(8, 6, "Hostile") },
    ];
}
