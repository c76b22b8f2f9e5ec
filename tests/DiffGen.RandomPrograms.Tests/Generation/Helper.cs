using System.Collections.Generic;
using System.Linq;
using DiffGen.RandomPrograms.Tests.Syntax;

namespace DiffGen.RandomPrograms.Tests.Generation;

/// <summary>A method that later methods of the same program may call.</summary>
internal sealed record Helper(string Name, string ReturnType, IReadOnlyList<Parameter> Parameters, long Cost)
{
    /// <summary>A recursive helper takes its depth as its last parameter.</summary>
    public bool IsRecursive { get; init; }

    public bool Writes => Parameters.Any(p => p.Modifier is "ref" or "out" || p.IsBuffer && !p.Type.StartsWith("ReadOnly", System.StringComparison.Ordinal));
}
