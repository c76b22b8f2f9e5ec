using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using DiffGen.Cases.Tests.Format;
using DiffGen.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DiffGen.Cases.Tests.Rejection;

/// <summary>A file that DiffGen must refuse: with which diagnostic, and where.</summary>
/// <param name="ExpectedText">The source text that the diagnostic points at; "…" at its end stands for any rest.</param>
/// <param name="CompilerErrors">Errors that the C# compiler itself has for the file, usually none.</param>
/// <param name="StillGenerates">The diagnostic is a warning: companions are generated all the same.</param>
internal sealed record RejectedCase(string Id, string Text, string ExpectedId, string ExpectedText, bool StillGenerates, string CompilerErrors, GeneratorOptions Options)
{
    public static ImmutableArray<RejectedCase> All { get; } = [.. CorpusFiles.Sources(CorpusFiles.RejectedCasesDirectory).Select(Read)];

    /// <summary>Whether a diagnostic's location is the expected one.</summary>
    public bool IsExpected(Diagnostic diagnostic)
    {
        if (diagnostic.Id != ExpectedId || diagnostic.Location.SourceTree is not { } tree)
            return false;
        string found = tree.GetText().ToString(diagnostic.Location.SourceSpan);
        return ExpectedText.EndsWith('…') ? found.StartsWith(ExpectedText[..^1], StringComparison.Ordinal) : found == ExpectedText;
    }

    // Another project, in the namespace Library.
    private static MetadataReference Library(string types)
    {
        using GeneratorRun run = GeneratorRun.Compile($"using DiffGen; namespace Library {{ {types} }}", GeneratorOptions.Default with { AssemblyName = "Library" });
        return MetadataReference.CreateFromImage(run.AssertClean().Image(forReference: true));
    }

    private static RejectedCase Read(string path)
    {
        string text = File.ReadAllText(path);
        string[] header = [.. text.Split('\n').TakeWhile(l => l.StartsWith("//", StringComparison.Ordinal)).Select(l => l[2..].Trim())];
        string expectation = header.Single(l => l.StartsWith("expect:", StringComparison.Ordinal))["expect:".Length..].Trim();
        GeneratorOptions options = GeneratorOptions.Default;
        if (header.FirstOrDefault(l => l.StartsWith("language:", StringComparison.Ordinal)) is { } language)
            options = options with { LanguageVersion = Enum.Parse<LanguageVersion>(language["language:".Length..].Trim()) };
        if (header.FirstOrDefault(l => l.StartsWith("library:", StringComparison.Ordinal)) is { } library)
            options = options with { References = [Library(library["library:".Length..])] };
        int at = expectation.IndexOf(" at ", StringComparison.Ordinal);
        return new RejectedCase(
            Path.GetFileName(Path.GetDirectoryName(path)) + "/" + Path.GetFileNameWithoutExtension(path),
            text, expectation[..at], expectation[(at + 4)..], header.Contains("still-generates"),
            header.FirstOrDefault(l => l.StartsWith("compiler:", StringComparison.Ordinal)) ?? "", options);
    }
}
