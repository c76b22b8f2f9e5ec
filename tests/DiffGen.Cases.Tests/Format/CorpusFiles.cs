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
