using DiffGen.TestKit;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace DiffGen.Analyzers.Tests;

public sealed class ProjectTests
{
    private const string Source = """
        using DiffGen;

        public static partial class M
        {
            [Differentiable]
            public static double F(double x) => x * x;
        }
        """;

    [Fact]
    public void AnOldLanguageVersionIsAnErrorAndNothingIsGenerated()
    {
        using GeneratorRun run = GeneratorRun.Compile(Source, new GeneratorOptions { LanguageVersion = LanguageVersion.CSharp13 });
        Assert.Empty(run.GeneratedFiles);
        Assert.Equal("DG0019", Assert.Single(run.AnalyzerDiagnostics).Id);
    }
}
