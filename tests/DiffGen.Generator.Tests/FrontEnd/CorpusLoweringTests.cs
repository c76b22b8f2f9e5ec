using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace DiffGen.Generator.Tests.FrontEnd;

/// <summary>Every case of the corpus is lowered to IR that the verifier accepts.</summary>
public class CorpusLoweringTests
{
    public static IEnumerable<object[]> Files() =>
        Directory.EnumerateFiles(Path.Combine(Root(), "tests", "cases"), "*.cs", SearchOption.AllDirectories).Order()
            .Select(path => new object[] { Path.GetRelativePath(Root(), path) });

    [Theory]
    [MemberData(nameof(Files))]
    public void EveryMarkedMethodLowers(string file)
    {
        CSharpCompilation compilation = Lowered.Compile(File.ReadAllText(Path.Combine(Root(), file)));
        foreach ((IMethodSymbol _, var result) in Lowered.All(compilation))
            Lowered.Verified(result);
    }

    internal static string Root([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", "..", ".."));
}
