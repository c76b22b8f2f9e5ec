using System;
using DiffGen.TestKit;
using Xunit;

namespace DiffGen.Cases.Tests;

/// <summary>Fixed points against closed forms, against derivatives of the iterations, and where there is no derivative.</summary>
public sealed class FixedPointTests : IClassFixture<FixedPointTests.Probes>
{
    private const string Source = """
        using System;
        using DiffGen;
        namespace Own;

        public static partial class Solvers
        {
            [Differentiable(Derivatives.Default | Derivatives.Hvp | Derivatives.Jacobian | Derivatives.Pullback)]
            public static double Power(double a) => Root(1, a) * a;

            [FixedPoint(nameof(RootStep))]
            private static double Root(double x, double a) { for (int i = 0; i < 60; i++) x = RootStep(x, a); return x; }

            [Differentiable]
            private static double RootStep(double x, double a) => 0.5 * (x + (a / x));

            [Differentiable]
            public static double Kepler(double m, double e) => Anomaly(m, m, e);

            [FixedPoint(nameof(AnomalyStep))]
            private static double Anomaly(double x, double m, double e) => Iterated(x, m, e);

            [Differentiable]
            public static double Iterated(double x, double m, double e) { for (int i = 0; i < 400; i++) x = AnomalyStep(x, m, e); return x; }

            [Differentiable]
            private static double AnomalyStep(double x, double m, double e) => m + (e * Math.Sin(x));

            [Differentiable]
            public static double Chain(double[] x, double k, double[] ends) { Relax(x, k, ends); return x[0] * x[2]; }

            [FixedPoint(nameof(Smooth))]
            private static void Relax(double[] x, double k, double[] ends) => Unrolled(x, k, ends);

            [Differentiable]
            public static double ChainIterated(double[] x, double k, double[] ends) { Unrolled(x, k, ends); return x[0] * x[2]; }

            [Differentiable]
            private static void Unrolled(double[] x, double k, double[] ends) { for (int i = 0; i < 300; i++) Smooth(x, k, ends); }

            [Differentiable]
            private static void Smooth(double[] x, double k, double[] ends)
            {
                for (int i = 0; i < x.Length; i++)
                {
                    double left = i == 0 ? ends[0] : x[i - 1];
                    double right = i == x.Length - 1 ? ends[1] : x[i + 1];
                    x[i] = (0.4 * (left + right)) + (k * Math.Cos(x[i]) * 0.1);
                }
            }

            [Differentiable]
            public static double Divergent(double[] x, double k) { Nothing(x, k); return x[0]; }

            [FixedPoint(nameof(Doubling))]
            private static void Nothing(double[] x, double k) => x[0] = k;

            [Differentiable]
            private static void Doubling(double[] x, double k) => x[0] = (2 * x[0]) - k;

            [Differentiable]
            public static double Singular(double k) => Stays(0, k);

            [FixedPoint(nameof(Shift))]
            private static double Stays(double x, double k) => k;

            [Differentiable]
            private static double Shift(double x, double k) => x + (0.5 * (k - k)) + (0 * x) + Math.Min(0, k);
        }

        public static class Probe
        {
            public static double[] Root(double a)
            {
                using var tape = Solvers.PowerForward(a, out _);
                return [Solvers.PowerGradient(a), Solvers.PowerJvp(a, 1).Tangent, Solvers.PowerHvp(a, 1), Solvers.PowerJacobian(a)[0, 0], tape.Pullback(2), tape.Pullback(3)];
            }

            public static double[] Kepler(double m, double e)
            {
                var g = Solvers.KeplerGradient(m, e);
                var t = Solvers.IteratedGradient(m, m, e);
                double x = Solvers.Kepler(m, e);
                return [g.m, g.e, t.m, t.e, 1 / (1 - (e * Math.Cos(x))), Math.Sin(x) / (1 - (e * Math.Cos(x)))];
            }

            public static double[] Chain()
            {
                double[] ends = [1, 2], d = new double[3], e = new double[3], dEnds = new double[2], eEnds = new double[2];
                double g = Solvers.ChainGradient(new double[3], 0.5, ends, d, dEnds), h = Solvers.ChainIteratedGradient(new double[3], 0.5, ends, e, eEnds);
                double t = Solvers.ChainJvp(new double[3], 0.5, ends, new double[3], 1, [0.5, -1]).Tangent;
                return [g, h, t, g + (0.5 * dEnds[0]) - dEnds[1], dEnds[0], eEnds[0], dEnds[1], eEnds[1], d[0], d[1], d[2]];
            }

            public static string Diverges(string mode)
            {
                try
                {
                    if (mode == "reverse") Solvers.DivergentGradient([0], 1, new double[1]); else Solvers.DivergentJvp([0], 1, new double[1], 1);
                    return "none";
                }
                catch (InvalidOperationException e) { return e.Message; }
            }

            public static double Singular() => Solvers.SingularGradient(-1);
        }
        """;

    private readonly Probes _probes;

    public FixedPointTests(Probes probes) => _probes = probes;

    [Fact]
    public void A_root_has_the_derivatives_of_the_root_in_every_mode_and_the_second_too()
    {
        double a = 2.25;
        double[] expected = [1.5 * 1.5, 1.5 * 1.5, 0.75 / 1.5, 1.5 * 1.5, 2 * 1.5 * 1.5, 3 * 1.5 * 1.5];
        double[] actual = _probes.Call("Root", a);
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], actual[i], 1e-13);
    }

    [Fact]
    public void Keplers_equation_has_its_closed_form_and_that_of_the_iterations()
    {
        double[] g = _probes.Call("Kepler", 0.8, 0.6);
        Assert.Equal(g[4], g[0], 1e-12);
        Assert.Equal(g[5], g[1], 1e-12);
        Assert.Equal(g[2], g[0], 1e-12);
        Assert.Equal(g[3], g[1], 1e-12);
    }

    [Fact]
    public void A_buffer_has_the_derivative_of_its_iterations()
    {
        double[] g = _probes.Call("Chain");
        Assert.Equal(g[1], g[0], 1e-12);
        Assert.Equal(g[3], g[2], 1e-12);
        Assert.Equal(g[5], g[4], 1e-12);
        Assert.Equal(g[7], g[6], 1e-12);
        Assert.Equal([0.0, 0.0, 0.0], g[8..]);
    }

    [Theory]
    [InlineData("forward")]
    [InlineData("reverse")]
    public void An_iteration_that_diverges_is_reported(string mode) => Assert.Contains("diverges", _probes.Text("Diverges", mode), StringComparison.Ordinal);

    [Fact]
    public void A_solution_that_is_not_isolated_has_no_finite_derivative() => Assert.False(double.IsFinite(_probes.Number("Singular")));

    /// <summary>The compiled probes, shared by all tests of the class.</summary>
    public sealed class Probes : IDisposable
    {
        private readonly GeneratorRun _run = GeneratorRun.Compile(Source).AssertClean();

        public double[] Call(string name, params object[] arguments) => _run.Invoke<double[]>("Own.Probe", name, arguments);

        public string Text(string name, params object[] arguments) => _run.Invoke<string>("Own.Probe", name, arguments);

        public double Number(string name) => _run.Invoke<double>("Own.Probe", name);

        public void Dispose() => _run.Dispose();
    }
}
