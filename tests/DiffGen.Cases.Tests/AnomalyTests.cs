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

            [Differentiable(DetectAnomaly = true)]
            public static double Gather(double[] x, ReadOnlySpan<int> at)
            {
                double s = 0;
                for (int i = 0; i < at.Length; i++)
                    s += 1e308 * x[at[i]];
                return s;
            }

            [Differentiable(DetectAnomaly = true)]
            public static double WithRule(double x) => Ruled(x) + 1;

            [CustomDerivative(Vjp = nameof(Rule), Jvp = nameof(ForwardRule))]
            public static double Ruled(double x) => Math.Log(x * x + 1);

            public static double Rule(double x, double cotangent) => cotangent / x;

            public static (double, double) ForwardRule(double x, double dx) => (Math.Log(x * x + 1), dx / x);

            [Differentiable(Derivatives.Jacobian, DetectAnomaly = true)]
            public static void Roots(ReadOnlySpan<double> x, Span<double> y)
            {
                for (int i = 0; i < y.Length; i++)
                    y[i] = Math.Sqrt(x[i]);
            }

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
            public static string GatherGradient(double[] x, int[] at) => Run(() => { var d = new double[x.Length]; Functions.GatherGradient(x, at, d); return string.Join(" ", d); });
            public static string WithRuleGradient(double x) => Run(() => Functions.WithRuleGradient(x));
            public static string RootsJacobian(double[] x) => Run(() => Functions.RootsJacobian(x, new double[x.Length])[0, 0]);
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
    public void A_sum_in_a_buffer_of_adjoints_is_checked()
    {
        using GeneratorRun run = GeneratorRun.Compile(Source).AssertClean();
        Assert.Equal("1E+308 0", Call(run, "GatherGradient", new[] { 0.1, 0.1 }, new[] { 0 }));
        string twice = Call(run, "GatherGradient", new[] { 0.1, 0.1 }, new[] { 0, 0 });
        Assert.Contains("Gather: Infinity arises in the reverse sweep of 's += 1e308 * x[at[i]];': dx[·] + ", twice, StringComparison.Ordinal);
        Assert.Contains("1E+308", twice, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_rule_returns_is_checked()
    {
        using GeneratorRun run = GeneratorRun.Compile(Source).AssertClean();
        Assert.Equal("0.5", Call(run, "WithRuleGradient", 2.0));
        Assert.Contains("Ruled: Infinity arises in the reverse sweep", Call(run, "WithRuleGradient", 0.0), StringComparison.Ordinal);
    }

    [Fact]
    public void Jacobians_tell_the_value_from_its_derivative_and_take_one_direction_at_a_time()
    {
        using GeneratorRun run = GeneratorRun.Compile(Source).AssertClean();
        Assert.Equal("0.25", Call(run, "RootsJacobian", new double[] { 4 }));
        Assert.Contains("Roots: NaN arises in the value of", Call(run, "RootsJacobian", new double[] { -1 }), StringComparison.Ordinal);
        Assert.Contains("Roots: Infinity arises in the reverse sweep of", Call(run, "RootsJacobian", new double[] { 0 }), StringComparison.Ordinal);
        string text = run.GeneratedFiles.Single(file => file.Text.Contains("RootsJacobian", StringComparison.Ordinal)).Text;
        Assert.Contains("one column per pass, so that the first number that is not finite is known", text, StringComparison.Ordinal);
        Assert.DoesNotContain("cannot follow", text, StringComparison.Ordinal);
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
