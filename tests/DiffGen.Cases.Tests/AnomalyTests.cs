using System;
using System.Collections.Immutable;
using System.Linq;
using DiffGen.TestKit;
using Xunit;

namespace DiffGen.Cases.Tests;

/// <summary>Companions that report the first NaN or infinity, and what they say.</summary>
public sealed class AnomalyTests
{
    private const string Source = """
        using System;
        using DiffGen;
        namespace Own;

        public static partial class Functions
        {
            [Differentiable(DetectAnomaly = true)]
            public static double Root(double x, double y)
            {
                double r = Math.Sqrt(x);
                return r * y;
            }

            [Differentiable(DetectAnomaly = true)]
            public static double Ratio(ReadOnlySpan<double> x)
            {
                double s = 0;
                for (int i = 0; i + 1 < x.Length; i++)
                {
                    double q = x[i] / x[i + 1];
                    s += q * q;
                }
                return s;
            }

            [Differentiable(DetectAnomaly = true)]
            public static double Power(double x, int n) => n == 0 ? 1 : x * Power(Inner(x), n - 1);

            [Differentiable]
            public static double Inner(double x) => Math.Exp(x);

            [Differentiable]
            public static double Plain(double x) => Math.Sqrt(x);
        }

        public static class Probe
        {
            public static string Run(Func<object> action)
            {
                try
                {
                    return action().ToString()!;
                }
                catch (AnomalyException e)
                {
                    return e.Message;
                }
            }

            public static string RootGradient(double x, double y) => Run(() => Functions.RootGradient(x, y));
            public static string RootJvp(double x, double y, double dx, double dy) => Run(() => Functions.RootJvp(x, y, dx, dy));
            public static string RatioGradient(double[] x) => Run(() => { var d = new double[x.Length]; Functions.RatioGradient(x, d); return string.Join(" ", d); });
            public static string PowerGradient(double x, int n) => Run(() => Functions.PowerGradient(x, n));
            public static string PlainGradient(double x) => Run(() => Functions.PlainGradient(x));
        }
        """;

    private static string Call(GeneratorRun run, string probe, params object[] arguments) => run.Invoke<string>("Own.Probe", probe, arguments);

    [Fact]
    public void The_first_infinity_is_reported_with_its_line_and_its_operands()
    {
        using GeneratorRun run = GeneratorRun.Compile(Source).AssertClean();
        Assert.Equal("(0.5, 2)", Call(run, "RootGradient", 4.0, 2.0));
        string reverse = Call(run, "RootGradient", 0.0, 2.0);
        Assert.Contains("Root: Infinity arises in the reverse sweep of 'double r = Math.Sqrt(x);'", reverse, StringComparison.Ordinal);
        Assert.EndsWith("with 2, 0.", reverse, StringComparison.Ordinal);
        Assert.Contains("in the value of 'double r = Math.Sqrt(x);': r = Sqrt(x), with -1.", Call(run, "RootGradient", -1.0, 2.0), StringComparison.Ordinal);
        Assert.Contains("in the tangent of 'double r = Math.Sqrt(x);'", Call(run, "RootJvp", 0.0, 2.0, 1.0, 0.0), StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_rule_chooses_away_is_no_anomaly()
    {
        using GeneratorRun run = GeneratorRun.Compile(Source).AssertClean();
        Assert.Equal("(0, 0)", Call(run, "RootGradient", 0.0, 0.0));
        Assert.Equal("(0, 0)", Call(run, "RootJvp", 0.0, 2.0, 0.0, 1.0));
    }

    [Fact]
    public void Anomalies_in_loops_and_in_callees_are_found()
    {
        using GeneratorRun run = GeneratorRun.Compile(Source).AssertClean();
        Assert.Contains("Ratio: Infinity arises in the reverse sweep of 'double q = x[i] / x[i + 1];'", Call(run, "RatioGradient", new double[] { 1, 2, 0, 4 }), StringComparison.Ordinal);
        Assert.Contains("Exp(x), with", Call(run, "PowerGradient", 800.0, 2), StringComparison.Ordinal);
    }

    [Fact]
    public void A_NaN_that_was_given_is_not_reported()
    {
        using GeneratorRun run = GeneratorRun.Compile(Source).AssertClean();
        Assert.Equal("NaN NaN", Call(run, "RatioGradient", new[] { double.NaN, 2 }));
    }

    [Fact]
    public void Nothing_is_checked_unless_asked_for_and_a_property_asks_for_all()
    {
        using GeneratorRun off = GeneratorRun.Compile(Source).AssertClean();
        Assert.Equal("Infinity", Call(off, "PlainGradient", 0.0));
        Assert.DoesNotContain("Anomaly", off.GeneratedFiles.Single(file => file.Text.Contains("PlainGradient", StringComparison.Ordinal)).Text, StringComparison.Ordinal);
        using GeneratorRun on = GeneratorRun.Compile(Source, GeneratorOptions.Default with { Properties = ImmutableDictionary<string, string>.Empty.Add("DiffGenDetectAnomaly", "true") }).AssertClean();
        Assert.Contains("Plain: Infinity arises", Call(on, "PlainGradient", 0.0), StringComparison.Ordinal);
    }
}
