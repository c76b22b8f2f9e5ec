using System;
using System.Collections.Generic;
using System.Linq;

namespace DiffGen.Benchmarks.Suite;

/// <summary>What came of one candidate.</summary>
/// <param name="Name">The candidate.</param>
/// <param name="Role">What it computes.</param>
/// <param name="Difference">Its distance from what most candidates compute, relative to the largest number.</param>
/// <param name="Time">Milliseconds per call; null for a candidate that is wrong.</param>
internal sealed record Row(string Name, Role Role, double Difference, Statistics? Time);

/// <summary>What came of one objective in one size.</summary>
internal sealed record Result(string Objective, string Size, IReadOnlyList<Row> Rows)
{
    /// <summary>The C++ primal with the least median: what all ratios refer to. The C# one where no C++ primal could be built.</summary>
    public Row? Baseline =>
        Rows.Where(row => row.Role == Role.Primal && row.Time != null)
            .OrderBy(row => row.Name.StartsWith(Names.Cpp, StringComparison.Ordinal) ? 0 : 1)
            .ThenBy(row => row.Time!.Value.Median)
            .FirstOrDefault();

    /// <summary>A row's median over the baseline's.</summary>
    public double? Ratio(Row row) => row.Time is { } time && Baseline?.Time is { } unit ? time.Median / unit.Median : null;

    /// <summary>The fastest derivative whose name starts like this.</summary>
    public Row? Fastest(string name) =>
        Rows.Where(row => row.Role == Role.Derivative && row.Time != null && row.Name.StartsWith(name, StringComparison.Ordinal))
            .OrderBy(row => row.Time!.Value.Median)
            .FirstOrDefault();
}

/// <summary>Names of candidates, and what they start with.</summary>
internal static class Names
{
    public const string Cpp = "C++";
    public const string CSharp = "C#";
    public const string Strict = "DiffGen strict";
    public const string Fast = "DiffGen fast";
    public const string CSharpByHand = "C# by hand";
    public const string CppByHand = "C++ by hand";
    public const string AdolC = "ADOL-C";
    public const string PyTorch = "PyTorch";
}
