using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using DiffGen.Cases.Tests.Checking;
using DiffGen.Cases.Tests.Compiling;
using DiffGen.Cases.Tests.Driving;
using DiffGen.Cases.Tests.Format;
using Xunit;

namespace DiffGen.Cases.Tests;

/// <summary>Part of the corpus in split mode: pullbacks give what <c>FVjp</c> gives, as often as they are called.</summary>
public sealed partial class SplitTests
{
    // A gradient inside them is taken again in the pullback, from matrices and jagged arrays of which the tape keeps no copy, or a span is cut to
    // another length while the tape keeps its memory: DG0207.
    private static readonly string[] Refused = ["Nested/MatrixAndJagged", "Nested/GivenJagged", "Statements/StackallocOrHeap", "Library/ThomasSolve"];
    private static readonly Lazy<IReadOnlyList<CaseFile>> Files = new(() => [.. CorpusFiles.Sample(6, 2, "Calls Returns Structs").Where(f => !Refused.Contains(f.Id)).Select(Ask).Where(f => f is not null).Select(f => f!)]);
    private static readonly Lazy<CompiledCases> Build = new(() => CaseCompiler.Compile(Files.Value, Setting.Default with { Name = "Split" }));
    private static readonly Lazy<CompiledCases> Plain = new(() => CaseCompiler.Compile([.. Files.Value.Where((_, i) => i % 6 == 0)], new Setting("SplitPlain", "Fuse;Inline;Recompute;Optimize")));

    public static IEnumerable<object[]> Ids => Files.Value.Select(f => new object[] { f.Id });

    public static IEnumerable<object[]> Sample => Ids.Where((_, i) => i % 6 == 0);

    [Theory]
    [MemberData(nameof(Ids))]
    public void Pullbacks_give_what_Vjp_gives(string id) => Check(id, Build.Value);

    [Theory]
    [MemberData(nameof(Sample))]
    public void So_they_do_without_optimisations(string id) => Check(id, Plain.Value);

    [Fact]
    public void What_the_tape_cannot_keep_is_refused()
    {
        foreach (CaseFile file in CorpusFiles.Cases.Where(f => Refused.Contains(f.Id)).Select(Ask).Select(f => f!))
            Assert.Throws<CaseException>(() => CaseCompiler.Compile([file], Setting.Default with { Name = "SplitRefused" }).Driver(file));
    }

    [Fact]
    public void Much_of_the_corpus_is_there() => Assert.True(Files.Value.Count > 80, $"{Files.Value.Count} cases ask for Pullback");

    private static void Check(string id, CompiledCases build)
    {
        CaseFile file = Files.Value.Single(f => f.Id == id);
        Check(file, (ISplitDriver)build.Driver(file));
    }

    internal static void Check(CaseFile file, ISplitDriver driver)
    {
        for (int i = 0; i < file.Points.Length; i++)
        {
            if (file.Points[i].Throws is null)
                CheckAt(file, driver, i);
            else
                CaseChecks.AssertThrows(file, file.Points[i].Throws!, "Forward", () => driver.Pullbacks(i, driver.Inputs(i), [], _ => { }));
        }
    }

    private static void CheckAt(CaseFile file, ISplitDriver driver, int point)
    {
        double[] x = driver.Inputs(point);
        Evaluation primal = driver.Primal(point, x);
        double[][] cotangents = [.. "abca".Select(letter => Numbers.Direction(file.Id + letter, primal.Values.Length))];
        Evaluation[] results = driver.Pullbacks(point, x, cotangents, _ => { });
        Numbers.AssertSameBits($"{file.Id}: value of Forward", primal.Values, results[0].Values, signedZero: true);
        Numbers.AssertSameBits($"{file.Id}: arguments after Forward", primal.State, results[0].State, signedZero: true);
        for (int pass = 0; pass < cotangents.Length; pass++)
        {
            double[] expected = driver.Vjp(point, x, cotangents[pass]).Derivatives;
            Numbers.AssertClose($"{file.Id}: pullback {pass}", expected, results[pass + 1].Derivatives, file.IsSinglePrecision ? 1e-5 : 1e-12);
        }
        Numbers.AssertSameBits($"{file.Id}: the first cotangent again", results[1].Derivatives, results[4].Derivatives, signedZero: true);
    }

    // The case as it is, but with F marked so that it asks for split mode too.
    internal static CaseFile? Ask(CaseFile file)
    {
        Match mark = Mark().Match(file.Text);
        if (!mark.Success || file.Text.Contains("Derivatives.", StringComparison.Ordinal))
            return null;
        string flags = mark.Groups["type"].Value is "double" or "float" ? "Default | Derivatives.Pullback" : "Jvp | Derivatives.Vjp | Derivatives.Pullback";
        Group arguments = mark.Groups["arguments"];
        string named = arguments.Success ? ", " + arguments.Value : "";
        string text = file.Text[..mark.Index] + mark.Value.Replace(mark.Groups["mark"].Value, $"[Differentiable(Derivatives.{flags}{named})]", StringComparison.Ordinal)
            + file.Text[(mark.Index + mark.Length)..];
        return file with { Text = text };
    }

    [GeneratedRegex(@"(?<mark>\[Differentiable(\((?<arguments>[^\]]*)\))?\])(?=([^;{}]|\{[^{}]*\})*?\s(?<type>\S+)\s+F\()", RegexOptions.ExplicitCapture | RegexOptions.RightToLeft)]
    private static partial Regex Mark();
}
