using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using DiffGen.TestKit;
using Xunit;

namespace DiffGen.Cases.Tests;

/// <summary><c>FGradientBatch</c>: the same as one call per input, for any number of inputs, in lanes or not.</summary>
public sealed partial class BatchTests
{
    private static readonly Lazy<GeneratorRun> s_default = new(() => GeneratorRun.Compile([Functions, Probe]).AssertClean());

    // Without lanes both are the same code; in lanes, values are equal to the bit, and sums in derivatives may be taken in another order.
    [Theory]
    [InlineData("", false)]
    [InlineData("LoopLanes", true)]
    [InlineData("Optimize,LoopLanes", true)]
    [InlineData("Inline,LoopLanes", true)]
    [InlineData("Recompute,Fuse", false)]
    public void Every_input_has_the_value_and_the_gradient_of_a_call_of_its_own(string disable, bool exact)
    {
        using GeneratorRun run = GeneratorRun.Compile([Functions, Probe], GeneratorOptions.Default with { Disable = disable }).AssertClean();
        string result = run.Invoke<string>("Own.Probe", "Run", exact);
        Assert.True(int.TryParse(result, NumberStyles.None, CultureInfo.InvariantCulture, out int compared), result);
        Assert.True(compared > 50_000, result);
    }

    [Fact]
    public void Anomalies_are_looked_for_in_every_input()
    {
        const string source = """
            using System;
            using DiffGen;
            namespace Own;
            public static partial class Logs
            {
                [Differentiable(Derivatives.Batch, DetectAnomaly = true)]
                public static double F(double x) => Math.Sqrt(x) * x;
                public static bool Good() { double[] v = new double[9], d = new double[9]; FGradientBatch([1, 1, 1, 1, 1, 1, 1, 1, 1], v, d); return v[8] == 1 && d[8] == 1.5; }
                public static bool Bad() { double[] v = new double[9], d = new double[9]; try { FGradientBatch([1, 1, 1, 1, 1, 1, -1, 1, 1], v, d); return false; } catch (AnomalyException) { return true; } }
            }
            """;
        using GeneratorRun run = GeneratorRun.Compile(source).AssertClean();
        Assert.True(run.Invoke<bool>("Own.Logs", "Good"));
        Assert.True(run.Invoke<bool>("Own.Logs", "Bad"));
    }

    [Fact]
    public void Fast_values_differ_in_their_last_places()
    {
        GeneratorRun run = s_default.Value;
        Assert.InRange(run.Invoke<double>("Own.Probe", "Fast"), 0, 1e-13);
        Assert.Contains("FastMath.", FileOf(run, "Twice"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Plain", 8)]
    [InlineData("Single", 16)]
    [InlineData("Uniform", 8)]
    [InlineData("Poses", 8)]
    [InlineData("Branches", 8)]
    [InlineData("Scratch", 8)]
    public void Inputs_run_in_lanes(string method, int lanes)
    {
        GeneratorRun run = s_default.Value;
        Assert.Contains($"Runs {lanes} iterations of `for (int i = 0; i &lt; value.Length; i++)` at once.", FileOf(run, method), StringComparison.Ordinal);
    }

    // Said in an analyzer's information, and in the remarks.
    [Fact]
    public void A_batch_without_lanes_says_why()
    {
        GeneratorRun run = s_default.Value;
        string[] told = [.. run.AnalyzerDiagnostics.Where(d => d.Id == "DG0043").Select(d => d.GetMessage(CultureInfo.InvariantCulture))];
        Assert.Contains(told, text => text.StartsWith("'RecursiveGradientBatch' takes one input after the other", StringComparison.Ordinal));
        Assert.Contains(told, text => text.StartsWith("'EarlyGradientBatch'", StringComparison.Ordinal));
        Assert.DoesNotContain(told, text => text.StartsWith("'PlainGradientBatch'", StringComparison.Ordinal) || text.StartsWith("'PosesGradientBatch'", StringComparison.Ordinal));
        Assert.All(run.AnalyzerDiagnostics, d => Assert.Equal("DG0043", d.Id));
    }

    [Theory]
    [InlineData(0, "ArgumentException 'y' has length 19, but 'x' has length 20")]
    [InlineData(1, "ArgumentException 'value' has length 19, but 'x' has length 20")]
    [InlineData(2, "ArgumentException 'dx' has length 19, but 'x' has length 20")]
    [InlineData(3, "ArgumentException 'dy' has length 19, but 'y' has length 20")]
    [InlineData(4, "ArgumentException 'dy'")]
    [InlineData(5, "ArgumentException 'value'")]
    [InlineData(6, "ArgumentException 'dx'")]
    [InlineData(7, "ArgumentException 'value'")]
    [InlineData(8, "ArgumentNullException Value cannot be null. (Parameter 'table')")]
    [InlineData(9, "ArgumentOutOfRangeException")]
    [InlineData(10, "IndexOutOfRangeException")]
    [InlineData(11, "nothing")]
    [InlineData(12, "nothing")]
    public void Arguments_that_do_not_fit_are_refused(int which, string expected)
    {
        GeneratorRun run = s_default.Value;
        Assert.StartsWith(expected, run.Invoke<string>("Own.Probe", "Fails", which), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        GeneratorRun run = s_default.Value;
        Assert.Equal(0, run.Invoke<long>("Own.Probe", "Allocated"));
    }

    private static string FileOf(GeneratorRun run, string method) => run.GeneratedFiles.Single(f => f.HintName.Contains("." + method + ".", StringComparison.Ordinal)).Text;
}
