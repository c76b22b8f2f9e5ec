using System;
using DiffGen.TestKit;
using Xunit;

namespace DiffGen.Cases.Tests;

/// <summary>What companions do with wrong arguments: the stated exception, and nothing is written.</summary>
public sealed class ArgumentTests : IClassFixture<ArgumentTests.Probes>
{
    private const string Source = """
        using System;
        using DiffGen;
        namespace Own;

        public static partial class Functions
        {
            [Differentiable]
            public static double Dot(double[] a, ReadOnlySpan<double> b)
            {
                double s = 0;
                for (int i = 0; i < a.Length; i++)
                    s += a[i] * b[i];
                return s;
            }

            [Differentiable]
            public static double Scale(double[] values, double factor)
            {
                double s = 0;
                for (int i = 0; i < values.Length; i++)
                {
                    values[i] *= factor;
                    s += values[i] * values[i];
                }
                return s;
            }

            [Differentiable]
            public static void Copy(Span<double> source, Span<double> target)
            {
                for (int i = 0; i < source.Length; i++)
                    target[i] = source[i] * source[i];
            }

            [Differentiable]
            public static double Grid(double[,] m, double[][] rows) => m[0, 0] * rows[0][0];

            [Differentiable]
            public static double Walk(double[] a, int start, int step, int count)
            {
                double s = 0;
                for (int i = 0; i < count; i++)
                    s += a[start + (i * step)] * a[start];
                return s;
            }

            [Differentiable]
            public static double Mixed(double[] x, int i, int j)
            {
                Mix(ref x[i], ref x[j]);
                return x[i] * x[j];
            }

            [Differentiable]
            private static void Mix(ref double a, ref double b)
            {
                a += b;
                b += a * a;
            }
        }

        public static class Probe
        {
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

            public static string Short(double[] destination) => Run(() => Functions.DotGradient([1, 2], [3, 4], destination, new double[2]));
            public static string ShortSpan(double[] destination) => Run(() => Functions.DotGradient([1, 2], [3, 4], new double[2], destination));
            public static string ShortVjp(double[] destination) => Run(() => Functions.DotVjp([1, 2], [3, 4], 1, destination, new double[2]));
            public static string ShortTangent() => Run(() => Functions.DotJvp([1, 2], [3, 4], new double[1], new double[2]));
            public static string Null() => Run(() => Functions.DotGradient(null!, [3, 4], new double[2], new double[2]));
            public static string NullAllocating() => Run(() => Functions.ScaleGradient(null!, 2));
            public static string DestinationsOverlap() { var d = new double[3]; return Run(() => Functions.DotGradient([1, 2], [3, 4], d.AsSpan(0, 2), d.AsSpan(1, 2))); }
            public static string DestinationOverPrimal() { double[] a = [1, 2]; return Run(() => Functions.DotGradient(a, [3, 4], a, new double[2])); }
            public static string WrittenPrimalsOverlap() { var d = new double[3]; return Run(() => Functions.CopyVjp(d.AsSpan(0, 2), d.AsSpan(1, 2), new double[2], new double[2])); }
            public static string ReadPrimalsOverlap() { double[] a = [1, 2]; var d = new double[2]; var e = new double[2]; Functions.DotGradient(a, a, d, e); return $"{d[0]} {d[1]} {e[0]} {e[1]}"; }
            public static string TangentIsPrimal() { double[] a = [1, 2], b = [3, 4]; var r = Functions.DotJvp(a, b, a, b); return $"{r.Value} {r.Tangent}"; }
            public static string WrongShape(double[,] destination) => Run(() => Functions.GridGradient(new double[2, 3], [[1]], destination, [[0]]));
            public static string WrongRow() => Run(() => Functions.GridGradient(new double[1, 1], [[1], [2, 3]], new double[1, 1], [[0], [0]]));
            public static string NullRow() => Run(() => Functions.GridGradient(new double[1, 1], [[1], null!], new double[1, 1], [[0], [0]]));
            public static string WrongRowCount() => Run(() => Functions.GridGradient(new double[1, 1], [[1], [2, 3]], new double[1, 1], [[0]]));
            public static string Outside(int start, int step, int count) => Run(() => Functions.WalkGradient(new double[4], start, step, count, new double[4]));
            public static string OutsideVjp(int start, int step, int count) => Run(() => Functions.WalkVjp(new double[4], start, step, count, 1, new double[4]));
            public static string OutsideJvp(int start, int step, int count) => Run(() => Functions.WalkJvp(new double[4], start, step, count, new double[4]));
            public static string MixedElements(int i, int j) => Run(() => Functions.MixedGradient([1, 2], i, j));
            public static string MixedElementsJvp(int i, int j) => Run(() => Functions.MixedJvp([1, 2], i, j, [1, 1]));
            public static string Empty() { var d = new double[0]; var g = Functions.ScaleGradient(d, 3, d); return $"{g}"; }
        }
        """;

    private readonly Probes _probes;

    public ArgumentTests(Probes probes) => _probes = probes;

    [Fact]
    public void A_destination_of_the_wrong_length_is_named_with_both_lengths()
    {
        foreach (string probe in (string[])["Short", "ShortSpan", "ShortVjp"])
        {
            double[] destination = [7, 7, 7];
            string message = _probes.Call(probe, destination);
            Assert.StartsWith("ArgumentException: ", message, StringComparison.Ordinal);
            Assert.Contains(probe == "ShortSpan" ? "db" : "da", message, StringComparison.Ordinal);
            Assert.Contains("2", message, StringComparison.Ordinal);
            Assert.Contains("3", message, StringComparison.Ordinal);
            Assert.Equal([7, 7, 7], destination);
        }
    }

    [Fact]
    public void A_tangent_of_the_wrong_length_is_refused() => Assert.StartsWith("ArgumentException: ", _probes.Call("ShortTangent"), StringComparison.Ordinal);

    [Fact]
    public void A_null_array_is_named()
    {
        Assert.StartsWith("ArgumentNullException: ", _probes.Call("Null"), StringComparison.Ordinal);
        Assert.Contains("'a'", _probes.Call("Null"), StringComparison.Ordinal);
        Assert.Contains("'values'", _probes.Call("NullAllocating"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DestinationsOverlap")]
    [InlineData("DestinationOverPrimal")]
    [InlineData("WrittenPrimalsOverlap")]
    public void Overlaps_that_would_mix_derivatives_are_refused(string probe) => Assert.StartsWith("ArgumentException: ", _probes.Call(probe), StringComparison.Ordinal);

    [Fact]
    public void Buffers_that_are_only_read_may_be_the_same() => Assert.Equal("1 2 1 2", _probes.Call("ReadPrimalsOverlap"));

    [Fact]
    public void Tangents_that_are_not_written_may_be_the_primals() => Assert.Equal("11 22", _probes.Call("TangentIsPrimal"));

    [Fact]
    public void Shapes_of_matrices_must_match()
    {
        Assert.StartsWith("ArgumentException: ", _probes.Call("WrongShape", new double[3, 2]), StringComparison.Ordinal);
        Assert.Equal("nothing", _probes.Call("WrongShape", new double[2, 3]));
    }

    [Theory]
    [InlineData("WrongRow", "ArgumentException: ")]
    [InlineData("WrongRowCount", "ArgumentException: ")]
    public void Rows_of_jagged_destinations_must_match(string probe, string expected) => Assert.StartsWith(expected, _probes.Call(probe), StringComparison.Ordinal);

    [Theory]
    [InlineData(0, 1, 5)]
    [InlineData(3, -1, 5)]
    [InlineData(int.MaxValue, 1, 2)]
    [InlineData(0, int.MaxValue, 3)]
    [InlineData(-1, 1, 1)]
    public void An_index_out_of_range_throws_in_every_companion(int start, int step, int count)
    {
        foreach (string probe in (string[])["Outside", "OutsideVjp", "OutsideJvp"])
            Assert.Equal("IndexOutOfRangeException", _probes.Call(probe, start, step, count));
    }

    [Fact]
    public void References_to_one_element_are_refused_where_one_is_assigned()
    {
        foreach (string probe in (string[])["MixedElements", "MixedElementsJvp"])
        {
            Assert.Equal("nothing", _probes.Call(probe, 0, 1));
            Assert.Equal("ArgumentException: 'x[i]' and 'x[j]' are the same variable, but one of them is assigned: pass variables that differ.", _probes.Call(probe, 1, 1));
        }
    }

    [Fact]
    public void Buffers_without_elements_are_fine() => Assert.Equal("0", _probes.Call("Empty"));

    /// <summary>The compiled probes, shared by all tests of the class.</summary>
    public sealed class Probes : IDisposable
    {
        private readonly GeneratorRun _run = GeneratorRun.Compile(Source).AssertClean();

        public string Call(string probe, params object?[] arguments) => _run.Invoke<string>("Own.Probe", probe, arguments);

        public void Dispose() => _run.Dispose();
    }
}
