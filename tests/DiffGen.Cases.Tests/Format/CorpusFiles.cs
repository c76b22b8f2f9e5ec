using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection;

namespace DiffGen.Cases.Tests.Format;

/// <summary>The files of the corpus.</summary>
internal static class CorpusFiles
{
    public static string CasesDirectory { get; } = Metadata("CasesDirectory");

    public static string RejectedCasesDirectory { get; } = Metadata("RejectedCasesDirectory");

    /// <summary>All cases, or those whose id begins as the environment variable says: <c>DIFFGEN_CASES=buffers/</c> saves the time of the others.</summary>
    public static ImmutableArray<CaseFile> Cases { get; } =
    [
        .. Sources(CasesDirectory).Select(CaseFile.Read).Where(f => f.Id.StartsWith(Environment.GetEnvironmentVariable("DIFFGEN_CASES") ?? "", StringComparison.OrdinalIgnoreCase)),
    ];

    /// <summary>
    /// One case in so many, and all of some areas: for what is checked beside the companions that a case asks for. With <c>DIFFGEN_CORPUS=full</c>, and where
    /// <c>DIFFGEN_CASES</c> has chosen already, all cases.
    /// </summary>
    /// <param name="oneIn">Every so manieth case is taken.</param>
    /// <param name="first">The index of the first: samples with different ones share no case.</param>
    /// <param name="areas">Names of areas that are taken whole, with spaces between.</param>
    public static ImmutableArray<CaseFile> Sample(int oneIn, int first = 0, string areas = "") =>
        IsFull ? Cases : [.. Cases.Where((f, i) => i % oneIn == first || areas.Split(' ').Contains(f.Area))];

    private static bool IsFull =>
        Environment.GetEnvironmentVariable("DIFFGEN_CORPUS") == "full" || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("DIFFGEN_CASES"));

    /// <summary>C# files below a directory, without snapshots, in a fixed order.</summary>
    public static ImmutableArray<string> Sources(string directory) => !Directory.Exists(directory)
        ? []
        :
        [
            .. Directory.EnumerateFiles(directory, "*.cs", SearchOption.AllDirectories)
                .Where(f => !f.Contains(".verified.", StringComparison.Ordinal) && !f.Contains(".received.", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ];

    private static string Metadata(string key) =>
        typeof(CorpusFiles).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
