using System;
using System.IO;
using System.Linq;
using DiffGen.TestKit;
using Microsoft.CodeAnalysis;
using Xunit;

namespace DiffGen.Cases.Tests;

/// <summary>Marked local functions of a top-level program: their companions are members of <c>Program</c>.</summary>
public sealed class TopLevelTests
{
    private static readonly GeneratorOptions Executable = GeneratorOptions.Default with { OutputKind = OutputKind.ConsoleApplication };

    [Theory]
    [InlineData("[Differentiable] static double F(double x) => x * x * x;", "F(1) + Program.FGradient(2)", 13)]
    [InlineData("[Differentiable] double F(double x) => x * x * x;", "F(1) + Program.FGradient(2)", 13)]
    [InlineData("[Differentiable] static double F(double x) => x * G(x); static double G(double x) => x * x;", "F(1) + Program.FGradient(2)", 13)]
    [InlineData("[Differentiable] static double F(double x) => x * G(x); [Differentiable] static double G(double x) => x * x;", "F(1) + Program.FVjp(2, 1) + Program.GJvp(3, 1).Tangent", 19)]
    [InlineData("[Differentiable] static double F(double x, int n) => n == 0 ? 1 : x * F(x, n - 1);", "F(1, 3) + Program.FGradient(2, 3)", 13)]
    [InlineData("[Differentiable] static double F(double x) { double s = x; for (int i = 0; i < 2; i++) { if (s > 1e9) break; s *= x; } return s; }", "F(1) + Program.FGradient(2)", 13)]
    [InlineData("[Differentiable] static double F(double[] a) { a[0] *= a[0]; return a[0] * a[1]; }", "F([1, 1]) + Program.FGradient([2, 3])[0]", 13)]
    [InlineData("const double K = 3; [Differentiable] static double F(double x) => K * x;", "F(1) + Program.FGradient(2)", 6)]
    [InlineData("[Differentiable(Derivatives.Jacobian | Derivatives.Hvp | Derivatives.Pullback)] static double F(double x) => x * x * x;", "F(1) + Program.FJacobian(2)[0, 0] + Program.FHvp(2, 1)", 25)]
    [InlineData("[Differentiable(Name = \"Cubic\")] static double F(double x) => x * x * x;", "F(1) + Program.CubicGradient(2)", 13)]
    public void Companions_are_members_of_the_program(string functions, string expression, double expected)
    {
        using GeneratorRun run = GeneratorRun.Compile(Source(functions, expression), Executable);
        run.AssertCleanWithAnalyzers();
        Assert.Equal(expected, Run(run));
    }

    [Fact]
    public void The_program_may_have_a_part_of_its_own()
    {
        string source = Source("[Differentiable] static double F(double x) => x * x;", "F(1) + FGradient(2) + Twice(3)") + "public partial class Program { public static double Twice(double x) => 2 * x; }";
        using GeneratorRun run = GeneratorRun.Compile(source, Executable);
        run.AssertCleanWithAnalyzers();
        Assert.Equal(11, Run(run));
    }

    [Theory]
    [InlineData("double k = double.Parse(\"2\"); [Differentiable] double F(double x) => k * x;", "'k'")]
    [InlineData("double k = double.Parse(\"2\"); [Differentiable] double F(double x) => G(x); double G(double x) => k * x;", "'k'")]
    [InlineData("[Differentiable] double F(double x) => args.Length * x;", "'args'")]
    public void What_a_function_captures_cannot_be_reached(string functions, string captured)
    {
        using GeneratorRun run = GeneratorRun.Compile(Source(functions, "F(1)"), Executable);
        Diagnostic found = Assert.Single(run.AnalyzerDiagnostics);
        Assert.Equal("DG0031", found.Id);
        Assert.Contains(captured, found.GetMessage(null), StringComparison.Ordinal);
        Assert.Empty(run.GeneratedFiles);
    }

    private static string Source(string functions, string expression) => $"using System; using DiffGen; Program.Result = {expression};\n{functions}\npublic partial class Program {{ public static double Result {{ get; set; }} }}\n";

    private static double Run(GeneratorRun run)
    {
        run.Assembly.EntryPoint!.Invoke(null, [Array.Empty<string>()]);
        return (double)run.Assembly.GetType("Program")!.GetProperty("Result")!.GetValue(null)!;
    }
}
