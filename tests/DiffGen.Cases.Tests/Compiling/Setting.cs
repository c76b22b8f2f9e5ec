using System.Collections.Immutable;

namespace DiffGen.Cases.Tests.Compiling;

/// <summary>Which optimisations are switched off while the corpus is compiled.</summary>
/// <param name="Disable">The value of the MSBuild property <c>DiffGenDisable</c>.</param>
internal sealed record Setting(string Name, string Disable)
{
    public static readonly Setting Default = new("Default", "");

    /// <summary>The base for bitwise comparisons: fusion may sum adjoints in another order.</summary>
    public static readonly Setting NoFusion = new("NoFusion", "Fuse");

    /// <summary>Every other optimisation is switched off on its own, and all together.</summary>
    public static readonly ImmutableArray<Setting> Others =
    [
        new("NoInlining", "Fuse;Inline"),
        new("NoRecomputation", "Fuse;Recompute"),
        new("NoOptimizer", "Fuse;Optimize"),
        new("Nothing", "Fuse;Inline;Recompute;Optimize"),
    ];
}
