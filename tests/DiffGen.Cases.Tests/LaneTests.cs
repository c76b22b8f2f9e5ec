using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using DiffGen.Cases.Tests.Checking;
using DiffGen.Cases.Tests.Compiling;
using DiffGen.Cases.Tests.Driving;
using DiffGen.Cases.Tests.Format;
using Xunit;

namespace DiffGen.Cases.Tests;

/// <summary>
/// Loops in lanes against the same loops without: at every length from none to several vectors, so that whole vectors, iterations that are left
/// and both together occur. A case says by <c>lengths:</c> what its arguments are for a length N, and by <c>lanes:</c> how many iterations run at once.
/// </summary>
public sealed partial class LaneTests
{
    private const int Longest = 67;

    private static readonly ImmutableArray<CaseFile> s_files = [.. CorpusFiles.Cases.Where(f => f.Facts.ContainsKey("lengths")).Select(AtAllLengths)];

    private static readonly Lazy<CompiledCases> s_lanes = new(() => CaseCompiler.Compile(s_files, Setting.Default));

    private static readonly Lazy<CompiledCases> s_scalar = new(() => CaseCompiler.Compile(s_files, Setting.NoLanes));

    public static IEnumerable<object[]> Ids => s_files.Select(f => new object[] { f.Id });

    public static IEnumerable<object[]> IdsOfSums => s_files.Where(f => f.Facts.ContainsKey("sums")).Select(f => new object[] { f.Id });

    [Theory]
    [MemberData(nameof(Ids))]
    public void Values_and_exceptions_are_those_of_the_method_at_every_length(string id)
    {
        ICaseDriver lanes = s_lanes.Value.Driver(File(id));
        for (int n = 0; n <= Longest; n++)
            LaneChecks.ValuesArePrimal(id, lanes, n);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Derivatives_are_those_without_lanes_at_every_length(string id)
    {
        ICaseDriver lanes = s_lanes.Value.Driver(File(id)), scalar = s_scalar.Value.Driver(File(id));
        for (int n = 0; n <= Longest; n++)
            LaneChecks.DerivativesAgree(File(id), scalar, lanes, n);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void As_many_iterations_run_at_once_as_the_header_says(string id)
    {
        string generated = string.Join("\n", s_lanes.Value.Generated(File(id)));
        string found = (generated.Contains("// Eight iterations at once", StringComparison.Ordinal), generated.Contains("// Sixteen iterations at once", StringComparison.Ordinal)) switch
        {
            (true, true) => "8 and 16",
            (true, false) => "8",
            (false, true) => "16",
            _ => "no",
        };
        Assert.Equal(File(id).Facts["lanes"], found);
    }

    [Theory]
    [MemberData(nameof(IdsOfSums))]
    public void As_many_iterations_stand_side_by_side_as_the_header_says(string id)
    {
        string generated = string.Join("\n", s_lanes.Value.Generated(File(id)));
        Assert.Equal(File(id).Facts["sums"], generated.Contains("// Four iterations side by side", StringComparison.Ordinal) ? "4" : "1");
        Assert.DoesNotContain("// Four iterations side by side", string.Join("\n", s_scalar.Value.Generated(File(id))), StringComparison.Ordinal);
    }

    private static CaseFile File(string id) => s_files.Single(f => f.Id == id);

    private static CaseFile AtAllLengths(CaseFile file) => file with
    {
        Points = [.. Enumerable.Range(0, Longest + 1).Select(n => new CasePoint(Length().Replace(file.Facts["lengths"], n.ToString(CultureInfo.InvariantCulture))))],
    };

    [GeneratedRegex(@"\bN\b")]
    private static partial Regex Length();
}
