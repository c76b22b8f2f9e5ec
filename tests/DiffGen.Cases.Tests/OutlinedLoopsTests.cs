using System;
using System.Linq;
using DiffGen.TestKit;
using Xunit;

namespace DiffGen.Cases.Tests;

/// <summary>Loops in lanes of large cores in methods of their own: the same bits and exceptions, and small cores in one piece.</summary>
public sealed class OutlinedLoopsTests : IClassFixture<OutlinedLoopsTests.Runs>
{
    private const string Source = """
        using System;
        using DiffGen;
        namespace Own;

        public static partial class Functions
        {
            [Differentiable(Derivatives.Gradient)]
            public static double Chain(ReadOnlySpan<double> x, double a, int steps)
            {
                int n = x.Length;
                var y = new double[n];
                var k = new double[n];
                var m = new double[n];
                for (int step = 0; step < steps; step++)
                {
                    for (int i = 1; i < n; i++)
                        k[i] = x[i] * y[i - 1] + a;
                    for (int i = 0; i < n; i++)
                        m[i] = y[i] + k[i] * x[i];
                    for (int i = n - 1; i >= 0; i--)
                        k[i] = m[i] * m[i] * 0.25;
                    for (int i = 0; i < n; i++)
                        y[i] = m[i] - 0.5 * k[i] * a;
                }
                double most = -1, sum = 0;
                for (int i = 0; i < n; i++)
                {
                    if (y[i] > most)
                        most = y[i];
                }
                for (int i = 0; i < n; i++)
                    sum += y[i] * x[i];
                return sum + most;
            }

            [Differentiable(Derivatives.Gradient)]
            public static double TooShort(ReadOnlySpan<double> x, double a, int steps)
            {
                var y = new double[x.Length - steps];
                double sum = 0, product = 0, cubes = 0;
                for (int i = 0; i < x.Length; i++)
                    sum += x[i] * a;
                for (int i = 0; i < x.Length; i++)
                    product += x[i] * x[i];
                for (int i = 0; i < y.Length; i++)
                    y[i] = x[i] * a;
                for (int i = 0; i < y.Length; i++)
                    cubes += y[i] * y[i] * y[i];
                for (int i = 0; i < x.Length; i++)
                    y[i] += x[i] * cubes;
                for (int i = 0; i < y.Length; i++)
                    product += y[i] * x[i];
                return sum * product;
            }

            [Differentiable(Derivatives.Gradient)]
            public static double Small(ReadOnlySpan<double> x, double a, int steps)
            {
                double sum = 0;
                for (int i = 0; i < x.Length; i++)
                    sum += Math.Exp(x[i] * a);
                return sum * steps;
            }

            public static (double Value, double A) Run(string method, double[] x, int steps, double[] dx) => method switch
            {
                "Chain" => ChainValueAndGradient(x, 0.3, steps, dx),
                "TooShort" => TooShortValueAndGradient(x, 0.3, steps, dx),
                _ => SmallValueAndGradient(x, 0.3, steps, dx),
            };
        }
        """;

    private const string Marker = "MethodImplOptions.NoInlining";

    private readonly Runs _runs;

    public OutlinedLoopsTests(Runs runs) => _runs = runs;

    private delegate (double Value, double A) Run(string method, double[] x, int steps, double[] dx);

    [Theory]
    [InlineData("Chain", "for (int i = 1; i < n; i++)", true)]
    [InlineData("TooShort", "for (int i = 0; i < y.Length; i++)", true)]
    [InlineData("Small", "for (int i = 0; i < x.Length; i++)", false)]
    public void Loops_of_large_cores_stand_apart_under_their_text(string method, string loop, bool expected)
    {
        string on = TextOf(_runs.On, method), off = TextOf(_runs.Off, method);
        Assert.Equal(expected, on.Contains(Marker, StringComparison.Ordinal));
        Assert.Equal(expected, on.ReplaceLineEndings("\n").Split('\n').Zip(on.ReplaceLineEndings("\n").Split('\n').Skip(1)).Any(pair => pair.First.Trim() == "// " + loop && pair.Second.Contains(Marker, StringComparison.Ordinal)));
        Assert.DoesNotContain(Marker, off, StringComparison.Ordinal);
        Assert.Contains("Eight iterations at once", off, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Chain", 0)]
    [InlineData("Chain", 3)]
    [InlineData("TooShort", 0)]
    [InlineData("TooShort", 1)]
    [InlineData("TooShort", 9)]
    [InlineData("Small", 2)]
    public void Values_derivatives_and_exceptions_are_the_same(string method, int steps)
    {
        for (int n = 0; n <= 67; n++)
            Assert.Equal(Call(_runs.Off, method, n, steps), Call(_runs.On, method, n, steps));
    }

    [Fact]
    public void An_iteration_that_reads_too_far_throws()
    {
        Assert.Equal(typeof(IndexOutOfRangeException), Call(_runs.On, "TooShort", 40, 9).Thrown);
        Assert.Null(Call(_runs.On, "TooShort", 40, 0).Thrown);
    }

    [Fact]
    public void Each_loop_is_one_method_that_is_called()
    {
        string text = TextOf(_runs.On, "Chain");
        string[] names = [.. text.Split('\n').Where(line => line.Contains("private static ", StringComparison.Ordinal) && line.Contains(" ChainLoop_", StringComparison.Ordinal)).Select(line => line.Split("ChainLoop_")[1].Split('(')[0])];
        Assert.NotEmpty(names);
        Assert.Equal(names.Distinct(), names);
        Assert.All(names, name => Assert.True(text.Split("ChainLoop_" + name + "(").Length > 2));
    }

    private static (string Numbers, Type? Thrown) Call(GeneratorRun run, string method, int n, int steps)
    {
        var call = run.Assembly.GetType("Own.Functions", throwOnError: true)!.GetMethod("Run")!.CreateDelegate<Run>();
        double[] x = [.. Enumerable.Range(0, n).Select(i => Math.Sin(i + 1))], dx = new double[n];
        (double Value, double A) result = default;
        Exception? thrown = Record.Exception(() => result = call(method, x, steps, dx));
        return (thrown is null ? string.Join(" ", dx.Append(result.Value).Append(result.A).Select(number => BitConverter.DoubleToInt64Bits(number))) : "", thrown?.GetType());
    }

    private static string TextOf(GeneratorRun run, string method) => run.GeneratedFiles.Single(file => file.HintName.Contains($".{method}.", StringComparison.Ordinal)).Text;

    /// <summary>The same source with the pass and without.</summary>
    public sealed class Runs : IDisposable
    {
        internal GeneratorRun On { get; } = GeneratorRun.Compile(Source).AssertClean();

        internal GeneratorRun Off { get; } = GeneratorRun.Compile(Source, GeneratorOptions.Default with { Disable = "OutlinedLoops" }).AssertClean();

        public void Dispose()
        {
            On.Dispose();
            Off.Dispose();
        }
    }
}
