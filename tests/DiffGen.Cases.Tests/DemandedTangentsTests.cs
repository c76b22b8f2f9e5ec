using System;
using System.Collections.Generic;
using System.Linq;
using DiffGen.TestKit;
using Xunit;

namespace DiffGen.Cases.Tests;

/// <summary>Tangents of rows that a table of indices leads to: computed for those rows alone, with the same bits as for all rows.</summary>
public sealed partial class DemandedTangentsTests : IClassFixture<DemandedTangentsTests.Runs>
{
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

    [Fact]
    public void Patterns_are_those_of_all_rows()
    {
        foreach (int[] table in new int[][] { [.. Enumerable.Range(0, 40)], [6, 4, 3, 1, 0, 35] })
        {
            int[][] on = Rows(_runs.On), off = Rows(_runs.Off);
            Assert.Equal(off, on);
            Assert.Contains(on, row => row.Length is > 0 and < 3);

            int[][] Rows(GeneratorRun run)
            {
                var companion = run.Assembly.GetType("Own.Functions", throwOnError: true)!.GetMethod("PatternJacobianPattern")!;
                var pattern = (SparsityPattern)companion.Invoke(null, [new double[] { 0.3, -0.7, 1.1 }, table, new double[table.Length]])!;
                return [.. Enumerable.Range(0, pattern.Rows).Select(row => pattern.Row(row).ToArray())];
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
