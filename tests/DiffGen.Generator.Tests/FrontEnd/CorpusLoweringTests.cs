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

    /// <summary>Methods that call companions are lowered with those declared, and those that call packages with these at hand: the tests of cases do that.</summary>
    public static IEnumerable<object[]> FilesWithoutCompanions() =>
        Files().Where(file => !((string)file[0]).Contains(Path.Combine("cases", "nested")) && !((string)file[0]).Contains(Path.Combine("cases", "tensors")));

    [Theory]
    [MemberData(nameof(FilesWithoutCompanions))]
    public void EveryMarkedMethodLowers(string file)
    {
        CSharpCompilation compilation = Lowered.Compile(File.ReadAllText(Path.Combine(Root(), file)));
        foreach ((IMethodSymbol method, var result) in Lowered.All(compilation).Where(lowered => !Lowered.IsOpen(lowered.Method)))
            Lowered.Verified(result);
    }

    internal static string Root([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", "..", ".."));
}
