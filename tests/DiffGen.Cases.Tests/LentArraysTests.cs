using System;
using System.Collections.Generic;
using System.Linq;
using DiffGen.TestKit;
using Xunit;

namespace DiffGen.Cases.Tests;

/// <summary>Local arrays that the tape lends: which they are, that nobody sees them change after a call, and that nothing is allocated for them.</summary>
public sealed partial class LentArraysTests : IClassFixture<LentArraysTests.Runs>
{
    private static readonly string[] s_methods =
    [
        "Jagged", "JaggedJvp", "JaggedHvp", "Rectangular", "RectangularHvp", "Exchanged", "ExchangedHvp", "Returned", "ReturnedVjp", "Stored", "StoredBySwitch",
        "StoredByCallee", "HandedOn", "Remembered", "Recursive", "Meanwhile", "OnThreads", "Split",
    ];

    private readonly Runs _runs;

    public LentArraysTests(Runs runs) => _runs = runs;

    /// <param name="method">The method whose derivatives are read.</param>
    /// <param name="isLent">Some local arrays are lent.</param>
    /// <param name="isMade">Some are made as C# makes them, since somebody knows them after the call.</param>
    [Theory]
    [InlineData("Jagged", true, false)]
    [InlineData("Rectangular", true, false)]
    [InlineData("Exchanged", true, false)]
    [InlineData("Returned", true, true)]
    [InlineData("Stored", false, true)]
    [InlineData("StoredBySwitch", true, true)]
    [InlineData("StoredByCallee", true, true)]
    [InlineData("HandedOn", true, true)]
    [InlineData("Remembered", false, true)]
    [InlineData("Recursive", true, false)]
    [InlineData("Meanwhile", true, false)]
    [InlineData("OnThreads", true, false)]
    public void Arrays_are_lent_unless_somebody_knows_them(string method, bool isLent, bool isMade)
    {
        string[] lines = Code(_runs.On, method);
        Assert.Equal(isLent, lines.Any(line => line.Contains("tape.TakeArray<", StringComparison.Ordinal) || line.Contains("tape.TakeMatrix<", StringComparison.Ordinal)));
        Assert.Equal(isMade, lines.Any(IsMade));
        Assert.DoesNotContain(Code(_runs.Off, method), line => line.Contains("tape.Take", StringComparison.Ordinal));
        Assert.Contains(Code(_runs.Off, method), IsMade);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Inline")]
    public void Nobody_sees_an_array_change_after_a_call(string disabled)
    {
        using GeneratorRun? other = disabled.Length > 0 ? Compile(disabled) : null;
        Run run = Entry(other ?? _runs.On), plain = Entry(_runs.Off);
        var kept = new List<(double[] Array, double[] Expected)>();
        for (int call = 0; call < 4; call++)
        {
            // Three elements again, after other sizes.
            double[] x = [.. Enumerable.Range(0, 3 + (call % 2)).Select(i => 0.7 + Math.Sin(call + (2 * i)))];
            foreach (string method in s_methods.Where(method => method is not "Meanwhile" || x.Length == 3))
            {
                double[][] expected = plain(method, x), actual = run(method, x);
                Assert.Equal(expected, actual);
                Assert.Contains(actual, numbers => numbers.Any(number => number != 0));
                kept.AddRange(actual.Zip(expected));
            }
        }
        Assert.All(kept, pair => Assert.Equal(pair.Expected, pair.Array));
        var known = (List<int[]>)(other ?? _runs.On).Assembly.GetType("Own.Keeper", throwOnError: true)!.GetProperty("Known")!.GetValue(null)!;
        Assert.NotEmpty(known);
        Assert.All(known, order => Assert.Equal(Enumerable.Range(0, order.Length).Reverse(), order));
    }

    [Theory]
    [InlineData("Jagged")]
    [InlineData("Rectangular")]
    [InlineData("Exchanged")]
    [InlineData("Recursive")]
    public void Nothing_is_allocated_in_steady_state(string method)
    {
        Type functions = _runs.On.Assembly.GetType("Own.Functions", throwOnError: true)!;
        Gradient gradient = functions.GetMethod($"{method}Gradient", [typeof(double[]), typeof(Span<double>)])!.CreateDelegate<Gradient>();
        double[] x = [0.5, 1.5, 2.5], dx = new double[3];
        for (int call = 0; call < 100; call++)
            gradient(x, dx);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int call = 0; call < 20; call++)
            gradient(x, dx);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    internal delegate double[][] Run(string method, double[] x);

    internal delegate void Gradient(double[] x, Span<double> dx);

    private static Run Entry(GeneratorRun run) => run.Assembly.GetType("Own.Functions", throwOnError: true)!.GetMethod("Run")!.CreateDelegate<Run>();

    private static string[] Code(GeneratorRun run, string method) =>
    [
        .. run.GeneratedFiles.Single(file => file.HintName.Contains($".{method}.", StringComparison.Ordinal)).Text.Split('\n').Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal)),
    ];

    // Allocating companions make what they return.
    private static bool IsMade(string line) =>
        (line.Contains("= new double[", StringComparison.Ordinal) || line.Contains("= new int[", StringComparison.Ordinal)) && !line.Contains("var ", StringComparison.Ordinal);

    private static GeneratorRun Compile(string disabled) => GeneratorRun.Compile(Source, GeneratorOptions.Default with { Disable = disabled }).AssertClean();

    /// <summary>The same source with the pass and without.</summary>
    public sealed class Runs : IDisposable
    {
        internal GeneratorRun On { get; } = Compile("");

        internal GeneratorRun Off { get; } = Compile("LentArrays");

        public void Dispose()
        {
            On.Dispose();
            Off.Dispose();
        }
    }
}
