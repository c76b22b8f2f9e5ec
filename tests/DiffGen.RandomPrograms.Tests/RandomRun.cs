using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using DiffGen.RandomPrograms.Tests.Execution;
using DiffGen.RandomPrograms.Tests.Generation;
using DiffGen.RandomPrograms.Tests.Reporting;
using DiffGen.RandomPrograms.Tests.Shrinking;
using DiffGen.RandomPrograms.Tests.Syntax;

namespace DiffGen.RandomPrograms.Tests;

/// <summary>
/// Generates, compiles and checks programs in batches. The environment variables <c>DIFFGEN_RANDOM_COUNT</c> and
/// <c>DIFFGEN_RANDOM_SEED</c> make a long hunt of it, <c>DIFFGEN_RANDOM_FAILURES</c> names a directory for what it finds.
/// </summary>
internal static class RandomRun
{
    private const int BatchSize = 100;
    private const int ShrinkAtMost = 6;

    public static int CountOr(int fallback) => (int)Number("DIFFGEN_RANDOM_COUNT", (ulong)fallback);

    public static ulong FirstSeed => Number("DIFFGEN_RANDOM_SEED", 1);

    public static (Report Report, List<Outcome> Failures) Run(int count, ulong firstSeed, Batch.Settings? settings = null)
    {
        settings = (settings ?? new Batch.Settings()) with { Trusted = true };
        var report = new Report();
        var failures = new List<Outcome>();
        ulong[] seeds = [.. Enumerable.Range(0, count).Select(i => firstSeed + (ulong)i)];
        Parallel.ForEach(seeds.Chunk(BatchSize), new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, chunk =>
        {
            IReadOnlyList<Outcome> outcomes = Batch.Run([.. chunk.Select(ProgramGenerator.Generate)], settings);
            lock (report)
            {
                foreach (Outcome outcome in outcomes)
                {
                    report.Add(outcome);
                    if (outcome.IsFailure || outcome.Verdict == Verdict.InvalidProgram)
                        failures.Add(outcome);
                }
            }
        });
        return (report, failures);
    }

    /// <summary>The failures for people: counts by kind, and one minimal program of each.</summary>
    public static string Describe(IReadOnlyList<Outcome> failures)
    {
        var text = new StringBuilder();
        string? directory = Environment.GetEnvironmentVariable("DIFFGEN_RANDOM_FAILURES");
        foreach (var kind in failures.GroupBy(f => (f.Verdict, f.Id)).OrderByDescending(g => g.Count()).Take(ShrinkAtMost))
        {
            Outcome first = kind.MinBy(f => f.Program.Size())!;
            Outcome small = Shrinker.Shrink(first, TimeSpan.FromSeconds(40), programs => Batch.Run(programs));
            var one = new StringBuilder();
            one.Append($"{kind.Key.Verdict} {kind.Key.Id}: {kind.Count()} programs, such as seed {first.Program.Seed}; seeds {string.Join(" ", kind.Take(12).Select(f => f.Program.Seed))}\n");
            one.Append(small.Detail).Append("\n\n").Append(small.Program.ToSource("Minimal")).Append('\n');
            text.Append(one);
            if (directory is not null)
                File.WriteAllText(Path.Combine(directory, $"random-{kind.Key.Verdict}-{kind.Key.Id}-{first.Program.Seed}.md"), one.ToString());
        }
        return text.ToString();
    }

    private static ulong Number(string variable, ulong fallback)
        => ulong.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out ulong value) ? value : fallback;
}
