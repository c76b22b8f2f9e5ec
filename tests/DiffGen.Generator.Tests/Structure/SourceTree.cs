using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace DiffGen.Generator.Tests.Structure;

/// <summary>The repository's own sources, for tests about its structure.</summary>
internal static class SourceTree
{
    private static readonly Lazy<string> s_root = new(FindRoot);

    public static string Root => s_root.Value;

    /// <summary>Hand-written C# below <paramref name="folders"/>, as paths relative to the root; cases are data and do not count.</summary>
    public static IEnumerable<string> Sources(params string[] folders)
        => folders
            .Select(folder => Path.Combine(Root, folder))
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(IsHandWritten)
            .Order(StringComparer.Ordinal);

    public static string[] ReadLines(string relativePath) => File.ReadAllLines(Path.Combine(Root, relativePath));

    private static bool IsHandWritten(string path)
        => !path.Contains("/obj/") && !path.Contains("/bin/") && !path.Contains(".verified.") && !path.EndsWith(".g.cs", StringComparison.Ordinal)
            && !path.StartsWith("tests/cases", StringComparison.Ordinal);

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "DiffGen.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
