using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;
using System.Text.Json;

namespace DiffGen.Benchmarks.Suite;

/// <summary>Writes what came of a run as Markdown, JSON and a chart.</summary>
internal static class SuiteReport
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Writes the three files; gives their names.</summary>
    public static IReadOnlyList<string> Write(IReadOnlyList<Result> results, Machine machine, string folder)
    {
        Directory.CreateDirectory(folder);
        return
        [
            Write(folder, "suite.md", Markdown(results, machine)),
            Write(folder, "suite.json", Json(results, machine)),
            Write(folder, "suite.svg", RatioChart.Draw(results)),
        ];
    }

    internal static string Markdown(IReadOnlyList<Result> results, Machine machine)
    {
        var text = new StringBuilder();
        text.AppendLine("# Derivatives over the fastest C++ primal").AppendLine();
        text.AppendLine($"{machine.Processor}; .NET {machine.Runtime}, {machine.VectorBits} bits; {string.Join("; ", machine.Tools)}.");
        text.AppendLine($"{machine.Clock}; medians of rounds that alternate between all candidates of a problem.").AppendLine();
        text.AppendLine(SummaryTable.Summary(results)).AppendLine("![](suite.svg)").AppendLine();
        text.AppendLine("## Every candidate").AppendLine();
        text.AppendJoin('\n', results.Select(SummaryTable.Details));
        return text.ToString();
    }

    internal static string Json(IReadOnlyList<Result> results, Machine machine) =>
        JsonSerializer.Serialize(
            new
            {
                machine,
                problems = results.Select(result => new
                {
                    objective = result.Objective,
                    size = result.Size,
                    baseline = result.Baseline?.Name,
                    candidates = result.Rows.Select(row => new
                    {
                        name = row.Name,
                        computes = row.Role == Role.Primal ? "value" : "derivative",
                        medianMilliseconds = row.Time?.Median,
                        minimumMilliseconds = row.Time?.Minimum,
                        ratio = result.Ratio(row),
                        difference = double.IsFinite(row.Difference) ? row.Difference : (double?)null,
                    }),
                }),
            },
            Indented);

    private static string Write(string folder, string name, string text)
    {
        string path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}

/// <summary>What a run was made with.</summary>
internal sealed record Machine(string Processor, string Runtime, int VectorBits, string Clock, IReadOnlyList<string> Tools)
{
    public static Machine This(IReadOnlyList<string> tools) => new(
        ProcessorName(),
        Environment.Version.ToString(),
        Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : Vector128.IsHardwareAccelerated ? 128 : 0,
        CpuClock.IsProcessorTime ? "Processor time of one thread" : "Wall time",
        tools);

    private static string ProcessorName() =>
        File.Exists("/proc/cpuinfo") && File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal)) is { } line
            ? line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()
            : RuntimeInformation.ProcessArchitecture.ToString();
}
