using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Differentiation;

namespace DiffGen.Generator.Emission;

/// <summary>How a companion gets its results.</summary>
/// <param name="WithValue">The core's results begin with the method's return value.</param>
/// <param name="Seeded">The cotangents are folded into the core, which has no parameters for them.</param>
/// <param name="CoreName">The method that holds the core, or null if its body is printed into the companion.</param>
internal sealed record EntryPlan(CoreFunction Core, bool WithValue, bool Seeded, string? CoreName)
{
    /// <summary>Picks a core for each companion that has one. A core is a method of its own where it needs a tape, calls itself, or several companions share it.</summary>
    public static IReadOnlyDictionary<Companion, EntryPlan> Choose(IEnumerable<Companion> companions, Cores cores, CoreDirectory directory)
    {
        Dictionary<Companion, EntryPlan> plans = companions.Where(c => !c.Allocates && !c.IsMatrix && c.Kind is not (CompanionKind.Forward or CompanionKind.Taylor or CompanionKind.GradientBatch))
            .ToDictionary(c => c, c => Choose(c, cores));
        return plans.ToDictionary(
            pair => pair.Key,
            pair => pair.Value.Core.UsesTape || directory.IsCalled(pair.Value.Core) || plans.Values.Count(p => ReferenceEquals(p.Core, pair.Value.Core)) > 1
                ? pair.Value with { CoreName = directory.NameOf(pair.Value.Core, pair.Value.Form) }
                : pair.Value);
    }

    private string Form => Core.Kind == CoreKind.Reverse ? $"{(WithValue ? "v" : "")}{(Seeded ? "s" : "")}" : "";

    private static EntryPlan Choose(Companion companion, Cores cores)
    {
        if (companion.Kind == CompanionKind.Jvp)
            return new EntryPlan(cores.Jvp!, WithValue: true, Seeded: false, null);
        if (companion.Kind == CompanionKind.Hvp)
            return new EntryPlan(cores.Hvp!, WithValue: false, Seeded: true, null);
        ReverseCore chosen = companion.Kind switch
        {
            CompanionKind.Vjp => cores.Reverse.First(c => !c.Seeded),
            CompanionKind.Gradient => cores.Reverse.First(c => c.Seeded && !c.WithValue),
            _ => cores.Reverse.First(c => c.Seeded && c.WithValue),
        };
        return new EntryPlan(chosen.Function, chosen.WithValue, chosen.Seeded, null);
    }
}
