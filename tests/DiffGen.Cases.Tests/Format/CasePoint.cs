using System.Collections.Immutable;

namespace DiffGen.Cases.Tests.Format;

/// <summary>Where a case is checked, and what is known there.</summary>
/// <param name="Arguments">Named arguments as C# source.</param>
internal sealed record CasePoint(string Arguments)
{
    /// <summary>The function's value, where the header states it.</summary>
    public double? Value { get; init; }

    /// <summary>The gradient by all active inputs in declared order, where the header states it.</summary>
    public ImmutableArray<double> Gradient { get; init; }

    /// <summary>Why differences say nothing here.</summary>
    public string? Kink { get; init; }

    /// <summary>The exception that the primal, and so each companion, throws.</summary>
    public string? Throws { get; init; }
}
