using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using DiffGen.CompilerServices;

namespace DiffGen.Benchmarks.Suite;

/// <summary>What one size of an objective costs.</summary>
/// <param name="N">The size.</param>
/// <param name="Primal">Milliseconds of the primal in C#.</param>
/// <param name="Derivative">Milliseconds of DiffGen's derivative.</param>
/// <param name="TapeBytes">The most that lay on the tape at once.</param>
/// <param name="AllocatedBytes">What one call allocates on the managed heap.</param>
internal sealed record Cost(int N, double Primal, double Derivative, long TapeBytes, double AllocatedBytes)
{
    public double Ratio => Derivative / Primal;
}

/// <summary>The costs of one objective along its axis.</summary>
internal sealed record CostCurve(string Objective, string Axis, IReadOnlyList<Cost> Costs)
{
    /// <summary>The power of n that a quantity goes with between the first size and the last; not a number where it is 0 at one of them.</summary>
    public double Exponent(Func<Cost, double> quantity) =>
        Math.Log(quantity(Costs[^1]) / quantity(Costs[0])) / Math.Log((double)Costs[^1].N / Costs[0].N);
}

/// <summary>How time and memory of DiffGen's derivatives grow with the size of each objective.</summary>
internal static class GrowthRun
{
    private const double SecondsPerCandidate = 0.3;

    /// <summary>Measures the objectives that the options name and writes a table and a chart.</summary>
    public static void Run(SuiteOptions options, TextWriter output)
    {
        Objective[] objectives = [.. Objective.All.Where(o => options.Objectives.Contains(o.Name))];
        int problems = objectives.Sum(o => o.Growth.Steps.Length);
        output.WriteLine($"{problems} problems: about {Math.Ceiling(problems * 4 / 60.0)} minutes.");
        var progress = new ProgressBar(Console.Error, !Console.IsErrorRedirected, problems);
        var curves = new List<CostCurve>();
        foreach (Objective objective in objectives)
            curves.Add(new(objective.Name, objective.Growth.Axis, [.. objective.Growth.Steps.Select(n => Measure(objective, n, progress))]));
        progress.End();
        string table = Table(curves);
        output.WriteLine(table);
        Directory.CreateDirectory(options.Output);
        foreach ((string name, string text) in new[] { ("growth.md", table + "\n![](growth.svg)\n"), ("growth.svg", GrowthChart.Draw(curves)) })
        {
            string path = Path.Combine(options.Output, name);
            File.WriteAllText(path, text);
            output.WriteLine(path);
        }
    }

    internal static string Table(IReadOnlyList<CostCurve> curves)
    {
        var text = new StringBuilder();
        text.AppendLine("| objective | size | primal, ms | derivative, ms | ratio | bytes on the tape | bytes allocated per call |");
        text.AppendLine("|---|---|--:|--:|--:|--:|--:|");
        foreach (CostCurve curve in curves)
        {
            foreach (Cost cost in curve.Costs)
            {
                text.AppendLine(CultureInfo.InvariantCulture,
                    $"| {curve.Objective} | {curve.Axis}={cost.N} | {cost.Primal:G4} | {cost.Derivative:G4} | {cost.Ratio:F2} | {cost.TapeBytes} | {cost.AllocatedBytes:F0} |");
            }
            text.AppendLine(CultureInfo.InvariantCulture,
                $"| {curve.Objective} | exponent of {curve.Axis} | {curve.Exponent(c => c.Primal):F2} | {curve.Exponent(c => c.Derivative):F2} | | {curve.Exponent(c => c.TapeBytes):F2} | |");
        }
        return text.ToString();
    }

    private static Cost Measure(Objective objective, int n, ProgressBar progress)
    {
        Problem problem = objective.Growth.Create(n);
        progress.Begin($"{problem.Objective} {problem.Size}");
        Candidate primal = new LocalCandidate(Names.CSharp, Role.Primal, problem.Primal, problem.Value, isNative: false);
        Candidate derivative = new LocalCandidate(Names.Strict, Role.Derivative, problem.Strict, problem.Derivative, isNative: false);
        Statistics[] times = new Rounds(SecondsPerCandidate).Time([primal, derivative]);
        long before = GC.GetAllocatedBytesForCurrentThread();
        problem.Strict(problem.Derivative);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        return new(n, times[0].Median, times[1].Median, Tape.LastHighWaterBytes, allocated);
    }
}
