using System;
using System.Linq;
using DiffGen.TestKit;
using Xunit;

namespace DiffGen.Cases.Tests;

/// <summary>Loops of a few iterations in vector mode: straight code, with the bits of the loops.</summary>
public sealed class UnrolledLoopsTests : IClassFixture<UnrolledLoopsTests.Runs>
{
    private const string Source = """
        using System;
        using DiffGen;
        namespace Own;

        public static partial class Functions
        {
            [Differentiable(Derivatives.Jacobian, Wrt = new[] { "t" })]
            public static void Product(double[] t, double[] y)
            {
                var m = new double[9];
                for (int i = 0; i < 3; i++)
                {
                    for (int j = 0; j < 3; j++)
                    {
                        double sum = 0.1;
                        for (int k = 0; k < 3; k++)
                            sum += t[3 * i + k] * t[3 * k + j];
                        m[3 * i + j] = sum;
                    }
                }
                for (int i = 0; i < y.Length; i++)
                    y[i] = m[i % 9] * t[i % 9];
            }

            [Differentiable(Derivatives.Jacobian, Wrt = new[] { "t" })]
            public static void Steps(double[] t, double[] y)
            {
                double a = t[0], b = t[1];
                for (int i = 7; i >= 1; i -= 2)
                    (a, b) = (b * t[i], a + i);
                for (int i = -1; i <= 2; i++)
                    a += b * (i - 3);
                for (int i = 2; i < 6; i += 3)
                    b *= t[i];
                for (int i = 0; i < y.Length; i++)
                    y[i] = a * i + b;
            }

            [Differentiable(Derivatives.Jacobian, Wrt = new[] { "t" })]
            public static void Branches(double[] t, double[] y)
            {
                double a = 1;
                for (int i = 0; i < 4; i++)
                {
                    if (t[i] > 0)
                        a *= t[i];
                    else
                        y[i] = a;
                }
                for (int i = 0; i < y.Length; i++)
                    y[i] += a;
            }

            [Differentiable(Derivatives.Jacobian, Wrt = new[] { "t" })]
            public static void Skipped(double[] t, double[] y)
            {
                double a = 1;
                for (int i = 0; i < 4; i++)
                {
                    if (t[i] > 0)
                        continue;
                    a *= t[i];
                }
                for (int i = 0; i < y.Length; i++)
                    y[i] = a;
            }

            [Differentiable(Derivatives.Jacobian, Wrt = new[] { "t" })]
            public static void Many(double[] t, double[] y)
            {
                double a = 1;
                for (int i = 0; i < 5; i++)
                    a *= t[i];
                for (int i = 0; i < y.Length; i++)
                    y[i] = a;
            }

            [Differentiable(Derivatives.Jacobian, Wrt = new[] { "t" })]
            public static void Rows(double[] t, double[] y)
            {
                var s = new double[y.Length];
                for (int i = 0; i < y.Length; i++)
                {
                    double sum = 0;
                    for (int k = 0; k < 2; k++)
                        sum += Math.Sin(t[k] * (i + 1));
                    s[i] = sum;
                    y[i] = s[i] * t[8];
                }
            }
        }
        """;

    private readonly Runs _runs;

    public UnrolledLoopsTests(Runs runs) => _runs = runs;

    /// <param name="loops">Loops that are left in a core.</param>
    [Theory]
    [InlineData("Product", 9, 2, 4)]
    [InlineData("Product", 1, 2, 4)]
    [InlineData("Steps", 9, 1, 4)]
    [InlineData("Steps", 1, 1, 4)]
    [InlineData("Branches", 9, 1, 2)]
    [InlineData("Skipped", 9, 2, 2)]
    [InlineData("Many", 9, 2, 2)]
    [InlineData("Rows", 9, 1, 2)]
    [InlineData("Rows", 1, 1, 2)]
    public void Matrices_are_those_of_the_loops(string method, int outputs, int loops, int loopsBefore)
    {
        (double[] expectedValues, double[,] expected) = Jacobian(_runs.Off, method, outputs);
        (double[] values, double[,] matrix) = Jacobian(_runs.On, method, outputs);
        Assert.Equal(expectedValues, values);
        Assert.Equal(expected.Cast<double>(), matrix.Cast<double>());
        Assert.Contains(matrix.Cast<double>(), number => number != 0);
        Assert.Equal(loops, LoopsOf(_runs.On, method));
        Assert.Equal(loopsBefore, LoopsOf(_runs.Off, method));
    }

    private static (double[] Values, double[,] Matrix) Jacobian(GeneratorRun run, string method, int outputs)
    {
        double[] values = new double[outputs];
        double[] inputs = [0.3, -0.7, 1.1, 0.4, 2.5, -1.2, 0.9, 1.7, -0.2];
        var companion = run.Assembly.GetType("Own.Functions", throwOnError: true)!.GetMethods().Single(m => m.Name == method + "Jacobian" && m.ReturnType == typeof(double[,]));
        return (values, (double[,])companion.Invoke(null, [inputs, values])!);
    }

    // In the core of columns.
    private static int LoopsOf(GeneratorRun run, string method) =>
        run.GeneratedFiles.Single(file => file.HintName.Contains($".{method}.", StringComparison.Ordinal)).Text.Split("private static ").Skip(1)
            .Single(part => part.Contains($" {method}Jvp", StringComparison.Ordinal)).Split("for (").Length - 1;

    /// <summary>The same source with the pass and without.</summary>
    public sealed class Runs : IDisposable
    {
        internal GeneratorRun On { get; } = GeneratorRun.Compile(Source).AssertClean();

        internal GeneratorRun Off { get; } = GeneratorRun.Compile(Source, GeneratorOptions.Default with { Disable = "UnrolledLoops" }).AssertClean();

        public void Dispose()
        {
            On.Dispose();
            Off.Dispose();
        }
    }
}
