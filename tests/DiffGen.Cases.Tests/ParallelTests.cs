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

    [Fact]
    public void What_is_shared_through_rows_or_objects_is_added_to_by_one_thread()
    {
        const string source = """
            using System;
            using DiffGen;
            namespace Own;
            public sealed class Model { public double[] W = [0.3, -1.2, 0.7]; }
            public static partial class F
            {
                [Differentiable(Derivatives.Gradient, Parallel = true)]
                [Differentiable(Derivatives.Gradient, Name = "SerialRows")]
                public static double Rows(double[][] w, double[] x)
                {
                    double s = 0;
                    for (int i = 0; i < x.Length; i++)
                    {
                        double t = x[i];
                        for (int k = 0; k < w.Length; k++)
                            t = Math.Sin(w[k][0] * t + w[k][1]);
                        s += t;
                    }
                    return s;
                }

                [Differentiable(Derivatives.Gradient, Parallel = true)]
                [Differentiable(Derivatives.Gradient, Name = "SerialField")]
                public static double Field(Model model, double[] x)
                {
                    double s = 0;
                    for (int i = 0; i < x.Length; i++)
                    {
                        double t = x[i];
                        for (int k = 0; k < model.W.Length; k++)
                            t = Math.Sin(model.W[k] * t);
                        s += t;
                    }
                    return s;
                }

                public static string Run()
                {
                    double[][] w = [[0.5, 0.1], [1.5, -0.2], [-0.75, 0.3]];
                    var x = new double[20000];
                    for (int i = 0; i < x.Length; i++)
                        x[i] = Math.Sin(i);
                    var model = new Model();
                    var (rows, _) = SerialRowsGradient(w, x);
                    var (field, _) = SerialFieldGradient(model, x);
                    var (firstRows, _) = RowsGradient(w, x);
                    var (firstField, _) = FieldGradient(model, x);
                    for (int round = 0; round < 30; round++)
                    {
                        var (parallelRows, _) = RowsGradient(w, x);
                        var (parallelField, _) = FieldGradient(model, x);
                        for (int k = 0; k < 3; k++)
                        {
                            if (parallelRows[k][0] != firstRows[k][0] || parallelField.W[k] != firstField.W[k])
                                return $"round {round}, {k}: {parallelRows[k][0]} and {firstRows[k][0]}, {parallelField.W[k]} and {firstField.W[k]}";
                            if (Math.Abs(parallelRows[k][0] - rows[k][0]) > 1e-9 * Math.Abs(rows[k][0]) || Math.Abs(parallelField.W[k] - field.W[k]) > 1e-9 * Math.Abs(field.W[k]))
                                return $"round {round}, {k}: {parallelRows[k][0]} and {rows[k][0]}, {parallelField.W[k]} and {field.W[k]}";
                        }
                    }
                    return "";
                }
            }
            """;
        using GeneratorRun run = GeneratorRun.Compile(source).AssertClean();
        Assert.Equal("", run.Invoke<string>("Own.F", "Run"));
        // Threads need not meet in a test: no part may even be given what it would have to share.
        Assert.DoesNotMatch(@"static \w+ RowsPart_\w+\([^)]*\[\]\[\] dw", FileOf(run, "Rows"));
        Assert.DoesNotMatch(@"static \w+ FieldPart_\w+\([^)]* dModel", FileOf(run, "Field"));
    }

    private static string FileOf(GeneratorRun run, string method) => run.GeneratedFiles.Single(f => f.HintName.Contains("." + method + ".", StringComparison.Ordinal)).Text;
}
