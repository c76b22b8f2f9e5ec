using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using DiffGen.TestKit;
using Xunit;

namespace DiffGen.Cases.Tests;

/// <summary><c>Parallel = true</c>: the same bits on any number of threads, values as on one, exceptions in order.</summary>
public sealed partial class ParallelTests
{
    private static readonly Lazy<GeneratorRun> s_default = new(() => GeneratorRun.Compile(Source).AssertClean());

    [Theory]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(200)]
    [InlineData(1000)]
    [InlineData(5003)]
    public void The_bits_are_the_same_on_any_number_of_threads(int n) => Assert.Equal("", s_default.Value.Invoke<string>("Own.Probe", "Run", n));

    [Theory]
    [InlineData("LoopLanes")]
    [InlineData("Fuse")]
    [InlineData("MergedSweeps,SumPromotion")]
    [InlineData("ThreadedLoops")]
    public void Whatever_else_is_switched_off(string disable)
    {
        using GeneratorRun run = GeneratorRun.Compile(Source, GeneratorOptions.Default with { Disable = disable }).AssertClean();
        Assert.Equal("", run.Invoke<string>("Own.Probe", "Run", 1003));
        Assert.Equal(disable != "ThreadedLoops", run.GeneratedText.Contains("ParallelLoop", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Fit")]
    [InlineData("Single")]
    [InlineData("Map")]
    [InlineData("One")]
    [InlineData("Quick")]
    [InlineData("Guarded")]
    public void Loops_run_on_threads(string method) => Assert.Contains("ParallelLoop.Run", FileOf(s_default.Value, method), StringComparison.Ordinal);

    [Fact]
    public void Callers_do_not_disturb_each_other() => Assert.Equal("", s_default.Value.Invoke<string>("Own.Probe", "Together"));

    [Theory]
    [InlineData(1, 4999)]
    [InlineData(4, 4999)]
    [InlineData(4, 650)]
    [InlineData(64, 1)]
    public void The_first_exception_in_order_is_thrown_and_nothing_written(int threads, int first)
    {
        for (int round = 0; round < 5; round++)
            Assert.Equal("number " + first.ToString(CultureInfo.InvariantCulture), s_default.Value.Invoke<string>("Own.Probe", "Fails", threads, first));
    }

    [Fact]
    public void Nothing_is_allocated_in_steady_state() => Assert.Equal(0, s_default.Value.Invoke<long>("Own.Probe", "Allocated"));

    [Fact]
    public void A_property_asks_for_threads_in_a_whole_project()
    {
        const string source = """
            using System;
            using DiffGen;
            namespace Own;
            public static partial class F
            {
                [Differentiable]
                public static double Sum(double[] x) { double s = 0; for (int i = 0; i < x.Length; i++) s += Math.Exp(x[i]); return s; }
                [Differentiable]
                public static double Chain(double[] x) { double s = 1; for (int i = 0; i < x.Length; i++) s = Math.Sin(s * x[i]); return s; }
            }
            """;
        var properties = ImmutableDictionary<string, string>.Empty.Add("DiffGenParallel", "true");
        using GeneratorRun run = GeneratorRun.Compile(source, GeneratorOptions.Default with { Properties = properties }).AssertCleanWithAnalyzers();
        Assert.Contains("ParallelLoop.Run", FileOf(run, "Sum"), StringComparison.Ordinal);
        Assert.DoesNotContain("ParallelLoop", FileOf(run, "Chain"), StringComparison.Ordinal);
    }

    private static string FileOf(GeneratorRun run, string method) => run.GeneratedFiles.Single(f => f.HintName.Contains("." + method + ".", StringComparison.Ordinal)).Text;
}
