using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using DiffGen.TestKit;
using Xunit;

namespace DiffGen.Cases.Tests;

/// <summary>Bounds checks in front of loops in lanes: where they can stand there, what they ask, and that memory too short for it is left as the plain loop leaves it.</summary>
public sealed partial class HoistedChecksTests : IClassFixture<HoistedChecksTests.Runs>
{
    private const string Source = """
        using DiffGen;
        namespace Own;

        public static partial class Functions
        {
            [Differentiable(Derivatives.Jvp)]
            public static void ByBounds(double[] x, double[] y, int at)
            {
                for (int i = 1; i < x.Length; i++)
                    x[i] *= 3;
            }

            [Differentiable(Derivatives.Jvp)]
            public static void Other(double[] x, double[] y, int at)
            {
                for (int i = 0; i < x.Length; i++)
                    y[i] = x[i] * x[i];
            }

            [Differentiable(Derivatives.Jvp)]
            public static void Shifted(double[] x, double[] y, int at)
            {
                for (int i = 0; i < x.Length; i++)
                    y[at + i] += x[i] * x[i];
            }

            [Differentiable(Derivatives.Jvp)]
            public static void Downwards(double[] x, double[] y, int at)
            {
                for (int i = x.Length - 1; i >= 0; i--)
                    y[i - at] = 2 * x[i];
            }

            [Differentiable(Derivatives.Jvp)]
            public static void Sometimes(double[] x, double[] y, int at)
            {
                for (int i = 0; i < x.Length; i++)
                {
                    if (x[i] > 0)
                        y[at + i] = x[i];
                }
            }

            [Differentiable(Derivatives.Jvp)]
            public static void Strided(double[] x, double[] y, int at)
            {
                for (int i = 0; i < x.Length; i++)
                    y[2 * i] = x[i];
            }

            [Differentiable(Derivatives.Jvp)]
            public static void BeyondTheEnd(double[] x, double[] y, int at)
            {
                for (int i = 0; i < x.Length; i++)
                    y[i] = x[i] * x[i + 1];
            }

            public static void Run(string method, double[] x, double[] dx, double[] y, double[] dy, int at)
            {
                switch (method)
                {
                    case "ByBounds": ByBoundsJvp(x, y, at, dx, dy); break;
                    case "Other": OtherJvp(x, y, at, dx, dy); break;
                    case "Shifted": ShiftedJvp(x, y, at, dx, dy); break;
                    case "Downwards": DownwardsJvp(x, y, at, dx, dy); break;
                    case "BeyondTheEnd": BeyondTheEndJvp(x, y, at, dx, dy); break;
                }
            }
        }
        """;

    private readonly Runs _runs;

    public HoistedChecksTests(Runs runs) => _runs = runs;

    /// <param name="ranges">Ranges that are asked for in front of the loop, tangents among them.</param>
    [Theory]
    [InlineData("ByBounds", 1)]
    [InlineData("Other", 3)]
    [InlineData("Shifted", 3)]
    [InlineData("Downwards", 3)]
    [InlineData("Sometimes", 1)]
    [InlineData("Strided", 1)]
    [InlineData("BeyondTheEnd", 4)]
    public void Checks_stand_in_front_of_the_loop(string method, int ranges)
    {
        string on = TextOf(_runs.On, method), off = TextOf(_runs.Off, method);
        Assert.Equal(ranges, Range().Count(on));
        Assert.Contains("Unchecked8(", on, StringComparison.Ordinal);
        Assert.DoesNotContain("Unchecked8(", off, StringComparison.Ordinal);
        Assert.Equal(0, Range().Count(off));
        Assert.Contains("Eight iterations at once", off, StringComparison.Ordinal);
    }

    /// <param name="leastThrown">Of so many calls at least, some iteration must be the first to throw.</param>
    [Theory]
    [InlineData("ByBounds", 0)]
    [InlineData("Other", 80)]
    [InlineData("Shifted", 96)]
    [InlineData("Downwards", 96)]
    [InlineData("BeyondTheEnd", 120)]
    public void Memory_is_left_as_the_plain_loop_leaves_it(string method, int leastThrown)
    {
        Run run = _runs.On.Assembly.GetType("Own.Functions", throwOnError: true)!.GetMethod("Run")!.CreateDelegate<Run>();
        Run plain = _runs.Plain.Assembly.GetType("Own.Functions", throwOnError: true)!.GetMethod("Run")!.CreateDelegate<Run>();
        int calls = 0, thrown = 0;
        foreach ((int length, int missing, int at) in Calls())
        {
            int other = Math.Max(length - missing, 0);
            (double[] Memory, Type? Thrown) expected = Call(plain, method, length, other, at), actual = Call(run, method, length, other, at);
            Assert.Equal(expected.Thrown, actual.Thrown);
            Assert.Equal(expected.Memory, actual.Memory);
            calls++;
            thrown += actual.Thrown == typeof(IndexOutOfRangeException) ? 1 : 0;
        }
        Assert.InRange(thrown, leastThrown, calls - 5);
    }

    private static IEnumerable<(int Length, int Missing, int At)> Calls() =>
        from length in new[] { 0, 7, 8, 19, 24 }
        from missing in new[] { -1, 0, 1, 3, 9, 24 }
        from at in new[] { -1, 0, 1, int.MaxValue, int.MinValue }
        select (length, missing, at);

    private static (double[] Memory, Type? Thrown) Call(Run run, string method, int length, int lengthOfOther, int at)
    {
        double[] x = [.. Enumerable.Range(0, length).Select(i => Math.Sin(i + 1))], dx = [.. x.Select(v => v + 1)];
        double[] y = [.. Enumerable.Range(0, lengthOfOther).Select(i => Math.Cos(i + 1))], dy = [.. y.Select(v => v + 1)];
        Exception? thrown = Record.Exception(() => run(method, x, dx, y, dy, at));
        return ([.. x, .. y, .. dx, .. dy], thrown?.GetType());
    }

    internal delegate void Run(string method, double[] x, double[] dx, double[] y, double[] dy, int at);

    private static string TextOf(GeneratorRun run, string method) => run.GeneratedFiles.Single(file => file.HintName.Contains($".{method}.", StringComparison.Ordinal)).Text;

    [GeneratedRegex(@"\.Holds<double>\(")]
    private static partial Regex Range();

    /// <summary>The same source with the pass, without, and without lanes.</summary>
    public sealed class Runs : IDisposable
    {
        internal GeneratorRun On { get; } = GeneratorRun.Compile(Source).AssertClean();

        internal GeneratorRun Off { get; } = Without("HoistedChecks");

        internal GeneratorRun Plain { get; } = Without("LoopLanes");

        public void Dispose()
        {
            On.Dispose();
            Off.Dispose();
            Plain.Dispose();
        }

        private static GeneratorRun Without(string pass) => GeneratorRun.Compile(Source, GeneratorOptions.Default with { Disable = pass }).AssertClean();
    }
}
