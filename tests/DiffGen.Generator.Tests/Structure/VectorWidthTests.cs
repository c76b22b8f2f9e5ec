using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Xunit;

namespace DiffGen.Generator.Tests.Structure;

/// <summary>The functions of vectors are written for 512 bits; the files for 256 and 128 bits say the same.</summary>
public partial class VectorWidthTests
{
    private const string Folder = "src/DiffGen.Runtime/CompilerServices";

    // Half the width is for where there are no such vectors; the least width has no halves.
    [GeneratedRegex(@" *if \(!Vector512\.IsHardwareAccelerated\)\n.*\n")]
    private static partial Regex Halving { get; }

    public static TheoryData<string> Widths() =>
        [.. SourceTree.Sources(Folder).Where(path => path.EndsWith(".Half.cs", StringComparison.Ordinal) || path.EndsWith(".Quarter.cs", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Widths))]
    public void A_file_for_narrower_vectors_says_what_that_for_wide_ones_says(string path)
    {
        bool isHalf = path.EndsWith(".Half.cs", StringComparison.Ordinal);
        string wide = Read(path.Replace(isHalf ? ".Half.cs" : ".Quarter.cs", ".cs", StringComparison.Ordinal));
        string expected = isHalf ? Half(wide) : Quarter(wide);
        if (Environment.GetEnvironmentVariable("DIFFGEN_REWRITE_DOCS") == "1")
            File.WriteAllText(Path.Combine(SourceTree.Root, path), expected);
        Assert.True(Read(path) == expected, $"{path} is stale: run the tests once with DIFFGEN_REWRITE_DOCS=1.");
    }

    [Fact]
    public void There_are_two_narrower_files_for_each() =>
        Assert.Equal(Widths().Count, 2 * SourceTree.Sources(Folder).Count(path => path.EndsWith(".Half.cs", StringComparison.Ordinal)));

    private static string Half(string wide) =>
        Names(wide.Replace("Vector256", "Vector128", StringComparison.Ordinal).Replace("Vector512", "Vector256", StringComparison.Ordinal));

    private static string Quarter(string wide) => Names(Halving.Replace(wide, "").Replace("Vector512", "Vector128", StringComparison.Ordinal));

    private static string Names(string narrow) => narrow.Replace("Avx512F", "Avx512F.VL", StringComparison.Ordinal);

    private static string Read(string path) => File.ReadAllText(Path.Combine(SourceTree.Root, path)).ReplaceLineEndings("\n");
}
