using System;
using System.Linq;
using System.Text.RegularExpressions;
using Xunit;

namespace DiffGen.Generator.Tests.Structure;

/// <summary>What no formatter checks: small files, and nothing left half done.</summary>
public partial class StyleTests
{
    private const int MostLines = 400;

    private static readonly string[] s_folders = ["src", "tests", "samples", "benchmarks"];

    // The words are taken apart so that this file does not match.
    [GeneratedRegex("TO" + "DO|FIX" + "ME|HA" + "CK|NotImplemented" + "Exception|Skip *= *\"|#reg" + "ion")]
    private static partial Regex UnfinishedMark { get; }

    [Fact]
    public void FilesAreSmall()
        => Assert.Empty(
            from path in SourceTree.Sources(s_folders)
            let lines = SourceTree.ReadLines(path).Length
            where lines > MostLines
            select $"{path}: {lines} lines");

    [Fact]
    public void NothingIsLeftUnfinished()
        => Assert.Empty(
            from path in SourceTree.Sources(s_folders)
            from line in SourceTree.ReadLines(path)
            where UnfinishedMark.IsMatch(line)
            select $"{path}: {line.Trim()}");

    [Fact]
    public void TheSourcesAreFound() => Assert.True(SourceTree.Sources("src").Count() > 20);
}
