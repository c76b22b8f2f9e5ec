using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using DiffGen.Generator.Diagnostics;
using DiffGen.Generator.Tests.Structure;

namespace DiffGen.Generator.Tests.Documents;

/// <summary>The help page of a diagnostic, made from its row and from the rejected cases that show it.</summary>
internal static partial class DiagnosticPage
{
    public static string Folder => Path.Combine(SourceTree.Root, "docs", "diagnostics");

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Placeholder { get; }

    public static string Render(DiagnosticRow row)
    {
        var text = new StringBuilder();
        text.Append($"# {row.Id}: {row.Title}\n\n");
        text.Append($"{row.Severity} · {row.Category["DiffGen.".Length..].ToLowerInvariant()}\n\n");
        text.Append($"> {Message(row)}\n");
        foreach ((string why, string code) in Examples(row.Id))
            text.Append($"\n{why}\n\n```csharp\n{code}\n```\n");
        return text.ToString();
    }

    public static string RenderIndex()
    {
        var text = new StringBuilder("# Diagnostics\n\n| Id | |\n|---|---|\n");
        foreach (DiagnosticRow row in DiagnosticTable.Rows.OrderBy(row => row.Id, StringComparer.Ordinal))
            text.Append($"| [{row.Id}]({row.Id}.md) | {row.Title} |\n");
        return text.ToString();
    }

    private static string Message(DiagnosticRow row) => Placeholder.Replace(row.Message, "…");

    /// <summary>The comment that a case begins with, and its code.</summary>
    private static IEnumerable<(string Why, string Code)> Examples(string id)
    {
        string folder = Path.Combine(SourceTree.Root, "tests", "cases-rejected", id);
        if (!Directory.Exists(folder))
            yield break;
        foreach (string file in Directory.EnumerateFiles(folder, "*.cs").Order(StringComparer.Ordinal))
        {
            string[] lines = File.ReadAllLines(file);
            string[] header = [.. lines.TakeWhile(IsComment)];
            string why = string.Join(" ", header.Select(line => line[2..].Trim()).TakeWhile(line => !KeyedLine.IsMatch(line)));
            string[] code = [.. lines.Skip(header.Length).Where(line => !line.StartsWith("using ", StringComparison.Ordinal) && !line.StartsWith("namespace ", StringComparison.Ordinal))];
            yield return (why, string.Join("\n", code).Trim());
        }
    }

    [GeneratedRegex(@"^\w+:")]
    private static partial Regex KeyedLine { get; }

    private static bool IsComment(string line) => line.StartsWith("//", StringComparison.Ordinal);
}
