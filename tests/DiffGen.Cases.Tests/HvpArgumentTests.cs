using System;
using DiffGen.TestKit;
using Xunit;

namespace DiffGen.Cases.Tests;

/// <summary>What the Hessian times a direction asks of its arguments, and that it allocates nothing.</summary>
public sealed class HvpArgumentTests : IClassFixture<HvpArgumentTests.Probes>
{
    private const string Source = """
        using System;
        using DiffGen;
        namespace Own;

        public static partial class Functions
        {
            [Differentiable(Derivatives.Hvp)]
            public static double Cubes(double[] a)
            {
                double s = 0;
                for (int i = 0; i < a.Length; i++)
                    s += a[i] * a[i] * a[i];
                return s;
            }

            [Differentiable(Derivatives.Hvp)]
            public static double Scale(Span<double> values, double factor)
            {
                for (int i = 1; i < values.Length; i++)
                    values[i] *= values[i - 1] * factor;
                return values[^1];
            }

            [Differentiable(Derivatives.Hvp)]
            public static double Walk(double[] a, int start, int count)
            {
                double s = 0;
                for (int i = 0; i < count; i++)
                    s += a[start + i] * a[start];
                return s;
            }
        }

        public static class Probe
        {
            private static readonly double[] X = new double[300], D = new double[300], H = new double[300];

            private static string Run(Action action)
            {
                try
                {
                    action();
                    return "nothing";
                }
                catch (ArgumentException e)
                {
                    return e.GetType().Name + ": " + e.Message;
                }
                catch (Exception e)
                {
                    return e.GetType().Name;
                }
            }

            public static string Null() => Run(() => Functions.CubesHvp(null!, new double[2], new double[2]));
            public static string ShortDirection() => Run(() => Functions.CubesHvp(new double[2], new double[1], new double[2]));
            public static string ShortDestination() => Run(() => Functions.CubesHvp(new double[2], new double[2], new double[3]));
            public static string DestinationIsDirection() { var d = new double[2]; return Run(() => Functions.CubesHvp(new double[2], d, d)); }
            public static string DestinationIsPrimal() { var a = new double[2]; return Run(() => Functions.CubesHvp(a, new double[2], a)); }
            public static string DirectionIsWrittenPrimal() { var a = new double[2]; return Run(() => Functions.ScaleHvp(a, 1, a, 1, new double[2])); }
            public static string DirectionIsPrimal() { double[] a = [1, 2], h = [7, 7]; Functions.CubesHvp(a, a, h); return $"{h[0]} {h[1]}"; }
            public static string Outside(double[] destination) => Run(() => Functions.WalkHvp(new double[4], 2, 3, new double[4], destination));
            public static string Empty() => Run(() => Functions.CubesHvp([], [], []));

            public static string Allocated()
            {
                Call();
                long before = GC.GetAllocatedBytesForCurrentThread();
                for (int i = 0; i < 20; i++)
                    Call();
                return (GC.GetAllocatedBytesForCurrentThread() - before).ToString();

                static void Call()
                {
                    X.AsSpan().Fill(1.0);
                    Functions.ScaleHvp(X, 1, D, 1, H);
                    Functions.CubesHvp(X, D, H);
                }
            }
        }
        """;

    private readonly Probes _probes;

    public HvpArgumentTests(Probes probes) => _probes = probes;

    [Theory]
    [InlineData("Null", "ArgumentNullException: ", "'a'")]
    [InlineData("ShortDirection", "ArgumentException: ", "da")]
    [InlineData("ShortDestination", "ArgumentException: ", "ha")]
    [InlineData("DestinationIsDirection", "ArgumentException: ", "ha")]
    [InlineData("DestinationIsPrimal", "ArgumentException: ", "ha")]
    [InlineData("DirectionIsWrittenPrimal", "ArgumentException: ", "values")]
    public void Wrong_arguments_are_named(string probe, string exception, string parameter)
    {
        string message = _probes.Call(probe);
        Assert.StartsWith(exception, message, StringComparison.Ordinal);
        Assert.Contains(parameter, message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_direction_that_is_only_read_may_be_the_primal() => Assert.Equal("6 24", _probes.Call("DirectionIsPrimal"));

    [Fact]
    public void What_the_primal_throws_leaves_destinations_alone()
    {
        double[] destination = [7, 7, 7, 7];
        Assert.Equal("IndexOutOfRangeException", _probes.Call("Outside", destination));
        Assert.Equal([7, 7, 7, 7], destination);
    }

    [Fact]
    public void Empty_buffers_are_fine() => Assert.Equal("nothing", _probes.Call("Empty"));

    [Fact]
    public void Nothing_is_allocated() => Assert.Equal("0", _probes.Call("Allocated"));

    public sealed class Probes : IDisposable
    {
        private readonly GeneratorRun _run = GeneratorRun.Compile(Source).AssertCleanWithAnalyzers();

        public string Call(string method, params object[] arguments) => _run.Invoke<string>("Own.Probe", method, arguments);

        public void Dispose() => _run.Dispose();
    }
}
