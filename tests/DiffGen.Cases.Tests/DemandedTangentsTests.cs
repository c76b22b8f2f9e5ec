using System;
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
            [Differentiable(Derivatives.Jacobian)]
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

            [Differentiable(Derivatives.Jacobian)]
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

            [Differentiable(Derivatives.Jacobian)]
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

            [Differentiable(Derivatives.Jacobian)]
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

            [Differentiable(Derivatives.Jacobian)]
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

            [Differentiable(Derivatives.Jacobian)]
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

            [Differentiable(Derivatives.Jacobian)]
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

            [Differentiable(Derivatives.Jacobian)]
            public static void AllRows(double[] t, int[] table, double[] y)
            {
                var p = new double[table.Length];
                for (int v = 0; v < p.Length; v++)
                    p[v] = t[0] * v;
                for (int i = 0; i < table.Length; i++)
                    y[i] = p[i] * t[1];
            }

            [Differentiable(Derivatives.Jacobian)]
            public static void FromNeighbour(double[] t, int[] table, double[] y)
            {
                var p = new double[40];
                p[0] = t[0];
                for (int v = 1; v < p.Length; v++)
                    p[v] = p[v - 1] * t[1];
                for (int i = 0; i < table.Length; i++)
                    y[i] = p[table[i]];
            }

            [Differentiable(Derivatives.Jacobian)]
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

            [Differentiable(Derivatives.Jacobian)]
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
        }
        """;

    private readonly Runs _runs;

    public DemandedTangentsTests(Runs runs) => _runs = runs;

    [Theory]
    [InlineData("Flat", true)]
    [InlineData("Parts", true)]
    [InlineData("Matrix", true)]
    [InlineData("Views", true)]
    [InlineData("Structs", true)]
    [InlineData("Scratch", true)]
    [InlineData("Twice", true)]
    [InlineData("AllRows", false)]
    [InlineData("FromNeighbour", false)]
    [InlineData("LateTable", false)]
    [InlineData("SumOfRows", false)]
    public void Matrices_are_those_of_all_rows(string method, bool isDemanded)
    {
        Assert.Equal(isDemanded, FileOf(_runs.On, method).Contains("isWanted", StringComparison.Ordinal));
        Assert.DoesNotContain("isWanted", FileOf(_runs.Off, method), StringComparison.Ordinal);
        foreach (int[] table in new int[][] { [], [7], [3, 39, 3, 38, 21, 20, 2], [.. Enumerable.Range(0, 40).Reverse()] })
        {
            (double[] values, double[,] matrix) = Jacobian(_runs.On, method, table);
            (double[] expectedValues, double[,] expected) = Jacobian(_runs.Off, method, table);
            Assert.Equal(expectedValues, values);
            Assert.Equal(expected.Cast<double>(), matrix.Cast<double>());
            Assert.True(table.Length == 0 || matrix.Cast<double>().Any(number => number != 0));
        }
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

    private static (double[] Values, double[,] Matrix) Jacobian(GeneratorRun run, string method, int[] table)
    {
        double[] values = new double[3 * table.Length];
        var companion = run.Assembly.GetType("Own.Functions", throwOnError: true)!.GetMethods().Single(m => m.Name == method + "Jacobian" && m.ReturnType == typeof(double[,]));
        return (values, (double[,])companion.Invoke(null, [new double[] { 0.3, -0.7, 1.1 }, table, values])!);
    }

    private static string FileOf(GeneratorRun run, string method) => run.GeneratedFiles.Single(file => file.HintName.Contains($".{method}.", StringComparison.Ordinal)).Text;

    /// <summary>The same source with the pass and without.</summary>
    public sealed class Runs : IDisposable
    {
        internal GeneratorRun On { get; } = GeneratorRun.Compile(Source).AssertClean();

        internal GeneratorRun Off { get; } = GeneratorRun.Compile(Source, GeneratorOptions.Default with { Disable = "DemandedTangents" }).AssertClean();

        public void Dispose()
        {
            On.Dispose();
            Off.Dispose();
        }
    }
}
