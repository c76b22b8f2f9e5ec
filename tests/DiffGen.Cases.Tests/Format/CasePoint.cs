using System.Collections.Immutable;
using System.Globalization;
using System.Linq;

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

    /// <summary>The Jacobian of the result, row after row, where a data file states it.</summary>
    public ImmutableArray<double> Jacobian { get; init; }

    /// <summary>The direction in all active inputs that <see cref="Product"/> belongs to.</summary>
    public ImmutableArray<double> Direction { get; init; }

    /// <summary>The Hessian times <see cref="Direction"/>, where the header states it.</summary>
    public ImmutableArray<double> Product { get; init; }

    /// <summary>How far numbers from data files can be trusted, relative.</summary>
    public double? ReferenceTolerance { get; init; }

    /// <summary>A gradient from a data file: file, tolerance, paths in the order of the active inputs.</summary>
    public CasePoint WithReference(string[] words) => this with
    {
        ReferenceTolerance = double.Parse(words[1], CultureInfo.InvariantCulture),
        Gradient = [.. words.Skip(2).SelectMany(path => CaseData.Flat(words[0], path))],
    };

    /// <summary>A Jacobian from a data file: file, tolerance, path, and either "sparse" or how many of the numbers count.</summary>
    public CasePoint WithJacobian(string[] words) => this with
    {
        ReferenceTolerance = double.Parse(words[1], CultureInfo.InvariantCulture),
        Jacobian = words.ElementAtOrDefault(3) switch
        {
            null => [.. CaseData.Flat(words[0], words[2])],
            "sparse" => [.. CaseData.Dense(words[0], words[2])],
            string count => [.. CaseData.Flat(words[0], words[2]).Take(int.Parse(count, CultureInfo.InvariantCulture))],
        },
    };
}
