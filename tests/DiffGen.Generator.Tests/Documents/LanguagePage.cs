using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using DiffGen.Generator.Diagnostics;
using DiffGen.Generator.Tests.Structure;

namespace DiffGen.Generator.Tests.Documents;

/// <summary>
/// The page that says which C# can be differentiated, made from the cases: each line of it is a program whose derivatives are tested, or one that
/// is tested to be refused.
/// </summary>
internal static partial class LanguagePage
{
    public static string Path { get; } = System.IO.Path.Combine(SourceTree.Root, "docs", "language.md");

    private static string Cases { get; } = System.IO.Path.Combine(SourceTree.Root, "tests", "cases");

    private static string Rejected { get; } = System.IO.Path.Combine(SourceTree.Root, "tests", "cases-rejected");

    /// <summary>The folders of cases, each of which must say in a <c>README.md</c> what it is about.</summary>
    public static IEnumerable<string> Areas => Directory.EnumerateDirectories(Cases).Order(StringComparer.Ordinal);

    public static string Render()
    {
        var text = new StringBuilder("# The C# that DiffGen differentiates\n\n");
        text.Append("This page is made from the tests. Every line of the first part is a program, whose derivatives are compared with differences and between the two modes, with every optimisation on and off; every line of the second part is a program that must be refused with the id that stands before it.\n");
        foreach (string area in Areas)
            AppendArea(text, area);
        text.Append("\n# What is refused\n\n| Id | | Example |\n|---|---|---|\n");
        foreach (DiagnosticRow row in DiagnosticTable.Rows.OrderBy(row => row.Id, StringComparer.Ordinal))
            AppendRejected(text, row);
        return text.ToString();
    }

    private static void AppendArea(StringBuilder text, string area)
    {
        string name = System.IO.Path.GetFileName(area);
        string[] lines = File.ReadAllLines(System.IO.Path.Combine(area, "README.md"));
        text.Append($"\n## {lines[0].TrimStart('#', ' ')}\n\n{string.Join("\n", lines.Skip(1)).Trim()}\n\n| Case | What it shows |\n|---|---|\n");
        foreach (string file in Sources(area))
            text.Append($"| [{System.IO.Path.GetFileNameWithoutExtension(file)}](../tests/cases/{name}/{System.IO.Path.GetFileName(file)}) | {Escape(Why(file))} |\n");
    }

    private static void AppendRejected(StringBuilder text, DiagnosticRow row)
    {
        string folder = System.IO.Path.Combine(Rejected, row.Id);
        string[] examples = Directory.Exists(folder) ? [.. Sources(folder).Select(file => $"[{Escape(Why(file).TrimEnd('.'))}](../tests/cases-rejected/{row.Id}/{System.IO.Path.GetFileName(file)})")] : [];
        text.Append($"| [{row.Id}](diagnostics/{row.Id}.md) | {row.Title} | {string.Join("; ", examples)} |\n");
    }

    private static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(folder, "*.cs").Where(file => !file.Contains(".verified.", StringComparison.Ordinal) && !file.Contains(".received.", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    /// <summary>The comment that a case begins with, up to its first key.</summary>
    private static string Why(string file) =>
        string.Join(" ", File.ReadLines(file).TakeWhile(line => line.StartsWith("//", StringComparison.Ordinal)).Select(line => line[2..].Trim()).TakeWhile(line => !KeyedLine.IsMatch(line)));

    private static string Escape(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);

    [GeneratedRegex(@"^\w+:")]
    private static partial Regex KeyedLine { get; }
}
