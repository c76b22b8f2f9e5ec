using System;
using System.Collections.Generic;
using System.Linq;
using DiffGen.Benchmarks.Spellings;
using DiffGen.Benchmarks.Suite;

namespace DiffGen.Benchmarks;

/// <summary>Times values and derivatives of all spellings of an objective in turn.</summary>
internal static class SpellingTable
{
    private const double SecondsPerCandidate = 0.3;

    /// <summary>Writes a row per spelling, for the objectives that are named, or for all. Times are processor time, ratios those of the shortest rounds.</summary>
    public static void Write(IReadOnlyCollection<string> objectives)
    {
        Console.WriteLine("| Objective | spelling | derivative, median | of its own primal | of the sample's spelling | bytes allocated per call |");
        Console.WriteLine("|---|---|---|---|---|---|");
        var rounds = new Rounds(SecondsPerCandidate);
        foreach ((string objective, Spelling[] spellings) in Catalogue.Timed())
        {
            if (objectives.Count > 0 && !objectives.Contains(objective))
                continue;
            Statistics[] times = rounds.Time(
            [
                .. spellings.Select(spelling => Timed(spelling.Name, Role.Derivative, spelling.Derivative)),
                .. spellings.Select(spelling => Timed(spelling.Name, Role.Primal, () => spelling.Value())),
            ]);
            for (int i = 0; i < spellings.Length; i++)
            {
                Statistics derivative = times[i], primal = times[spellings.Length + i];
                string ratios = $"{derivative.Minimum / primal.Minimum:F2} | {derivative.Minimum / times[0].Minimum:F2}";
                Console.WriteLine($"| {objective} | {spellings[i].Name} | {derivative.Median:F3} ms | {ratios} | {BytesPerCall(spellings[i].Derivative)} |");
            }
        }
    }

    private static LocalCandidate Timed(string name, Role role, Action call) => new(name, role, _ => call(), new Buffers([]), isNative: false);

    private static long BytesPerCall(Action call)
    {
        const int Calls = 5;
        call();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < Calls; i++)
            call();
        return (GC.GetAllocatedBytesForCurrentThread() - before) / Calls;
    }
}
