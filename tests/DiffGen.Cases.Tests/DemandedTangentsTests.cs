using System;
using System.Collections.Generic;
using System.Linq;
using DiffGen.TestKit;
using Xunit;

namespace DiffGen.Cases.Tests;

/// <summary>Tangents of rows that a table of indices leads to: computed for those rows alone, with the same bits as for all rows.</summary>
public sealed class DemandedTangentsTests : IClassFixture<DemandedTangentsTests.Runs>
{
    private const string Source = """
        using System;
        using DiffGen;
        namespace Own;

        public struct Point { public double X, Y; }

        public static partial class Functions
        {
            [Differentiable(Derivatives.Jacobian, Wrt = new[] { "t" })]
            public static void Flat(double[] t, int[] table, double[] y)
            {
                int rows = 40;
                var p = new double[3 * rows];
                for (int bone = 0; bone < t.Length; bone++)
                {
                    double sin = Math.Sin(t[bone]);
                    for (int v = 0; v < rows; v++)
                    {
                        for (int r = 0; r < 3; r++)
                            p[3 * v + r] += sin * (v - r + bone);
                    }
                }
                for (int v = 0; v < rows; v++)
                {
                    double x = p[3 * v], z = p[3 * v + 2];
                    for (int r = 0; r < 3; r++)
                        p[3 * v + r] = t[0] * x + z * (r + 1);
                }
                for (int i = 0; i < table.Length; i++)
                {
                    for (int r = 0; r < 3; r++)
                        y[3 * i + r] = p[3 * table[i] + r] * t[1];
                }
            }

            [Differentiable(Derivatives.Jacobian, Wrt = new[] { "t" })]
            public static void Parts(double[] t, int[] table, double[] y)
            {
                int rows = 40;
                double[] a = new double[rows], b = new double[rows];
                for (int v = 1; v < rows; v++)
                {
                    a[v] = Math.Cos(t[0] * v);
                    b[v] = a[v] * t[1];
                }
                for (int i = 0; i < table.Length; i++)
                {
                    if (table[i] % 2 == 0)
                        y[i] = a[table[i]] * b[table[i]];
                    else
                        y[i] = b[table[i]];
                }
            }

            [Differentiable(Derivatives.Jacobian, Wrt = new[] { "t" })]
            public static void Matrix(double[] t, int[] table, double[] y)
            {
                int rows = 40;
                var p = new double[rows, 2];
                for (int v = 0; v < rows; v++)
                {
                    p[v, 0] = t[0] * v;
                    p[v, 1] = t[1] * v * t[2];
                }
                for (int i = 0; i < table.Length; i++)
                    y[i] = p[table[i], 0] * p[table[i], 1];
            }

            [Differentiable(Derivatives.Jacobian, Wrt = new[] { "t" })]
            public static void Views(double[] t, int[] table, double[] y)
            {
                int rows = 40, width = t.Length;
                var p = new double[width * rows];
                for (int v = 0; v < rows; v++)
                {
                    Span<double> row = p.AsSpan(v * width, width);
                    for (int r = 0; r < width; r++)
                        row[r] = t[r] * t[r] * v;
                }
                for (int i = 0; i < table.Length; i++)
                    y[i] = p[table[i] * width] + p[table[i] * width + 1];
            }

            [Differentiable(Derivatives.Jacobian, Wrt = new[] { "t" })]
            public static void Structs(double[] t, int[] table, double[] y)
            {
                var p = new Point[40];
                for (int v = 0; v < p.Length; v++)
                {
                    p[v].X = t[0] * v;
                    p[v].Y = t[1] * t[2];
                }
                for (int v = 0; v < p.Length; v++)
                    p[v].X = p[v].X * p[v].Y;
                for (int i = 0; i < table.Length; i++)
                    y[i] = p[table[i]].X;
            }

            [Differentiable(Derivatives.Jacobian, Wrt = new[] { "t" })]
            public static void Scratch(double[] t, int[] table, double[] y)
            {
                var p = new double[40];
                for (int v = 0; v < p.Length; v++)
                {
                    var s = new double[3];
                    for (int r = 0; r < 3; r++)
                        s[r] = t[r] * v;
                    p[v] = s[0] * s[1] + s[2];
                }
                for (int i = 0; i < table.Length; i++)
                    y[i] = p[table[i]];
            }

            [Differentiable(Derivatives.Jacobian, Wrt = new[] { "t" })]
            public static void Twice(double[] t, int[] table, double[] y)
            {
                var p = new double[40];
                for (int v = 0; v < p.Length; v++)
                    p[v] = t[0] * v;
                for (int i = 0; i < table.Length; i++)
                    y[i] = p[table[i]];
                for (int v = 0; v < p.Length; v++)
                    p[v] *= t[1];
                for (int i = 0; i < table.Length; i++)
                    y[i] += p[39 - table[i]];
            }

            [Differentiable(Derivatives.Jacobian, Wrt = new[] { "t" })]
            public static void AllRows(double[] t, int[] table, double[] y)
            {
                var p = new double[table.Length];
                for (int v = 0; v < p.Length; v++)
                    p[v] = t[0] * (v + 1);
                for (int i = 0; i < table.Length; i++)
                    y[i] = p[i] * t[1];
            }

            [Differentiable(Derivatives.Jacobian, Wrt = new[] { "t" })]
            public static void FromNeighbour(double[] t, int[] table, double[] y)
            {
                var p = new double[40];
                p[0] = t[0];
                for (int v = 1; v < p.Length; v++)
                    p[v] = p[v - 1] * t[1];
                for (int i = 0; i < table.Length; i++)
                    y[i] = p[table[i]];
            }

            [Differentiable(Derivatives.Jacobian, Wrt = new[] { "t" })]
            public static void LateTable(double[] t, int[] table, double[] y)
            {
                var p = new double[40];
                var own = new int[table.Length];
                for (int v = 0; v < p.Length; v++)
                    p[v] = t[0] * v * t[1];
                for (int i = 0; i < table.Length; i++)
                    own[i] = 39 - table[i];
                for (int i = 0; i < table.Length; i++)
                    y[i] = p[own[i]];
            }

            [Differentiable(Derivatives.Jacobian, Wrt = new[] { "t" })]
            public static void SumOfRows(double[] t, int[] table, double[] y)
            {
                var p = new double[40];
                double sum = 0;
                for (int v = 0; v < p.Length; v++)
                {
                    p[v] = t[0] * v * t[1];
                    sum += p[v];
                }
                for (int i = 0; i < table.Length; i++)
                    y[i] = p[table[i]] + sum;
            }

            [Differentiable(Derivatives.Jacobian, Wrt = new[] { "t" })]
            public static void ScratchOutside(double[] t, int[] table, double[] y)
            {
                var p = new double[40];
                var s = new double[3];
                for (int v = 0; v < p.Length; v++)
                {
                    for (int r = 0; r < 3; r++)
                        s[r] = t[r] * v;
                    p[v] += s[0] * s[1] + s[2];
                }
                for (int i = 0; i < table.Length; i++)
                    y[i] = p[table[i]];
            }

            [Differentiable(Derivatives.Jacobian, Wrt = new[] { "t" })]
            public static void LastScratch(double[] t, int[] table, double[] y)
            {
                var p = new double[40];
                var s = new double[3];
                for (int v = 0; v < p.Length; v++)
                {
                    for (int r = 0; r < 3; r++)
                        s[r] = t[r] * v;
                    p[v] = s[0] * s[1] + s[2];
                }
                for (int i = 0; i < table.Length; i++)
                    y[i] = p[table[i]] * s[1];
            }

            [Differentiable(Derivatives.Jacobian, Wrt = new[] { "t" })]
            public static void ValueOfAll(double[] t, int[] table, double[] y)
            {
                var p = new double[40];
                var sizes = new double[40];
                for (int v = 0; v < p.Length; v++)
                {
                    p[v] = t[0] * (v + 1) * t[1];
                    sizes[v] = Diff.StopGradient(p[v]);
                }
                for (int i = 0; i < table.Length; i++)
                    y[i] = p[table[i]] * sizes[i];
            }

            [Differentiable(Derivatives.Jacobian, Wrt = new[] { "t" })]
            public static void PartOfRow(double[] t, int[] table, double[] y)
            {
                int rows = table.Length == 0 ? 0 : 40;
                var p = new double[3 * rows + 1];
                for (int v = 0; v < rows; v++)
                    p[3 * v] += t[0] * v;
                for (int v = 0; v < rows; v++)
                    p[3 * v + 2] += p[3 * v] * t[1];
                for (int i = 0; i < table.Length; i++)
                    y[i] = p[3 * table[i]] + p[3 * table[i] + 1] + p[3 * table[i] + 2] + p[3 * (table[i] + 40 - table[i])];
            }

            [Differentiable(Derivatives.Jacobian, Wrt = new[] { "t" })]
            public static double[] Returned(double[] t, int[] table, double[] y)
            {
                var p = new double[40];
                for (int v = 0; v < p.Length; v++)
                    p[v] = t[0] * v;
                for (int i = 0; i < table.Length; i++)
                    y[i] = p[table[i]] * t[1];
                return p;
            }

            [Differentiable(Derivatives.Jacobian, Wrt = new[] { "t" })]
            public static void Weighted(double[] t, int[] table, double[] y, double[] w, int width)
            {
                int rows = 40;
                var p = new double[2 * rows];
                for (int bone = 0; bone < t.Length; bone++)
                {
                    for (int v = 0; v < rows; v++)
                    {
                        for (int r = 0; r < 2; r++)
                            p[2 * v + r] += t[bone] * w[v * width + bone] * (r + 1);
                    }
                }
                for (int i = 0; i < table.Length; i++)
                    y[i] = p[2 * table[i]] * p[2 * table[i] + 1];
            }

            [Differentiable(Derivatives.Jacobian, Wrt = new[] { "t" })]
            public static void Row(double[] t, int[] table, double[] y, double[] w, int width)
            {
                var p = new double[40];
                for (int v = 0; v < p.Length; v++)
                {
                    ReadOnlySpan<double> row = w.AsSpan(v * width, t.Length);
                    for (int r = 0; r < row.Length; r++)
                        p[v] += row[r] * t[r];
                }
                for (int i = 0; i < table.Length; i++)
                    y[i] = p[table[i]];
            }
        }
        """;

    private readonly Runs _runs;

    public DemandedTangentsTests(Runs runs) => _runs = runs;

    [Theory]
    [InlineData("Flat", true, true)]
    [InlineData("Parts", true, true)]
    [InlineData("Matrix", true, true)]
    [InlineData("Views", true, true)]
    [InlineData("Structs", true, true)]
    [InlineData("Scratch", true, true)]
    [InlineData("ScratchOutside", true, true)]
    [InlineData("PartOfRow", true, true)]
    [InlineData("Weighted", true, true)]
    [InlineData("Row", true, true)]
    [InlineData("Twice", true, true)]
    [InlineData("ValueOfAll", true, false)]
    [InlineData("LastScratch", false, false)]
    [InlineData("AllRows", false, false)]
    [InlineData("FromNeighbour", false, false)]
    [InlineData("LateTable", false, false)]
    [InlineData("SumOfRows", false, false)]
    [InlineData("Returned", false, false)]
    public void Matrices_are_those_of_all_rows(string method, bool isDemanded, bool withValues)
    {
        Assert.Equal(isDemanded, FileOf(_runs.On, method).Contains("isWanted", StringComparison.Ordinal));
        // Of a loop that is taken apart, both parts cannot use the same scratch.
        Assert.Equal(isDemanded && method != "ScratchOutside", FileOf(_runs.TangentsAlone, method).Contains("isWanted", StringComparison.Ordinal));
        Assert.DoesNotContain("isWanted", FileOf(_runs.Off, method), StringComparison.Ordinal);
        Assert.Equal(!withValues, ForwardOf(_runs.On, method).Contains("for (int v = ", StringComparison.Ordinal));
        Assert.Contains("for (int v = ", ForwardOf(_runs.TangentsAlone, method), StringComparison.Ordinal);
        foreach (int[] table in new int[][] { [], [7], [3, 39, 3, 38, 21, 20, 2], [.. Enumerable.Range(0, 40).Reverse()] })
        {
            (double[] expectedValues, double[,] expected) = Jacobian(_runs.Off, method, table);
            foreach (GeneratorRun run in new[] { _runs.On, _runs.TangentsAlone })
            {
                Soil(run, method);
                (double[] values, double[,] matrix) = Jacobian(run, method, table);
                Assert.Equal(expectedValues, values);
                Assert.Equal(expected.Cast<double>(), matrix.Cast<double>());
                Assert.True(table.Length == 0 || matrix.Cast<double>().Any(number => number != 0));
            }
        }
    }

    [Theory]
    [InlineData("Weighted", 39, 3, 3, null)]
    [InlineData("Weighted", 40, 3, 2, null)]
    [InlineData("Weighted", 40, 3, 3, 120)]
    [InlineData("Weighted", 40, -3, 3, null)]
    [InlineData("Weighted", 40, 0, 3, 3)]
    [InlineData("Row", 39, 3, 3, null)]
    [InlineData("Row", 40, 3, 2, null)]
    [InlineData("Row", 40, 3, 3, 120)]
    [InlineData("Row", 40, -1, 3, null)]
    public void Rows_that_are_left_out_throw_what_they_threw(string method, int rows, int width, int last, int? length)
    {
        double[] weights = new double[length ?? ((rows - 1) * Math.Abs(width)) + last];
        var exceptions = new[] { _runs.On, _runs.Off }.Select(run => Record.Exception(() => Jacobian(run, method, [0, 0], weights, width))?.InnerException?.GetType()).ToList();
        Assert.Equal(exceptions[1], exceptions[0]);
        Assert.Equal(length is null, exceptions[0] is not null);
    }

    [Fact]
    public void An_index_beyond_the_rows_throws_what_the_method_throws()
    {
        foreach (int[] table in new int[][] { [5, 40], [-1] })
        {
            var thrown = Assert.Throws<System.Reflection.TargetInvocationException>(() => Jacobian(_runs.On, "Flat", table));
            Assert.IsType<IndexOutOfRangeException>(thrown.InnerException);
        }
    }

    // Leaves memory on the tape that must not be seen.
    private static void Soil(GeneratorRun run, string method) => Jacobian(run, method, [.. Enumerable.Range(0, 40)], inputs: [double.NaN, double.NaN, double.NaN]);

    private static (double[] Values, double[,] Matrix) Jacobian(GeneratorRun run, string method, int[] table, double[]? weights = null, int width = 3, double[]? inputs = null)
    {
        double[] values = new double[3 * table.Length];
        var companion = run.Assembly.GetType("Own.Functions", throwOnError: true)!.GetMethods()
            .Single(m => m.Name == method + "Jacobian" && (m.ReturnType == typeof(double[,]) || m.ReturnType == typeof((double[], double[,]))));
        List<object> arguments = [inputs ?? [0.3, -0.7, 1.1], table, values];
        if (method is "Weighted" or "Row")
            arguments.AddRange([weights ?? [.. Enumerable.Range(0, 120).Select(i => Math.Cos(i))], width]);
        object result = companion.Invoke(null, [.. arguments])!;
        return result is (double[] returned, double[,] both) ? ([.. values, .. returned], both) : (values, (double[,])result);
    }

    private static string FileOf(GeneratorRun run, string method) => run.GeneratedFiles.Single(file => file.HintName.Contains($".{method}.", StringComparison.Ordinal)).Text;

    private static string ForwardOf(GeneratorRun run, string method) => FileOf(run, method).Split("private static ").Skip(1).Single(part => part.Contains($" {method}Jvp", StringComparison.Ordinal));

    /// <summary>The same source with the pass and without.</summary>
    public sealed class Runs : IDisposable
    {
        internal GeneratorRun On { get; } = GeneratorRun.Compile(Source).AssertClean();

        internal GeneratorRun TangentsAlone { get; } = GeneratorRun.Compile(Source, GeneratorOptions.Default with { Disable = "DemandedValues" }).AssertClean();

        internal GeneratorRun Off { get; } = GeneratorRun.Compile(Source, GeneratorOptions.Default with { Disable = "DemandedTangents" }).AssertClean();

        public void Dispose()
        {
            On.Dispose();
            TangentsAlone.Dispose();
            Off.Dispose();
        }
    }
}
