using System;
using System.Collections.Generic;
using System.Linq;
using DiffGen.Benchmarks.Spellings;

namespace DiffGen.Benchmarks;

/// <summary>Times the derivatives of all spellings of an objective in turn.</summary>
internal static class SpellingTable
{
    private const int Rounds = 9;
    private const double MillisecondsPerRound = 20;

    /// <summary>Writes a row per spelling, for the objectives that are named, or for all.</summary>
    public static void Write(IReadOnlyCollection<string> objectives)
    {
        Console.WriteLine("| Objective | spelling | derivative | of its own primal | of the sample's spelling | bytes allocated per call |");
        Console.WriteLine("|---|---|---|---|---|---|");
        foreach ((string objective, Spelling[] spellings) in Catalogue.Timed())
        {
            if (objectives.Count > 0 && !objectives.Contains(objective))
                continue;
            double[] derivatives = Measure([.. spellings.Select(spelling => spelling.Derivative)]);
            double[] primals = Measure([.. spellings.Select<Spelling, Action>(spelling => () => spelling.Value())]);
            for (int i = 0; i < spellings.Length; i++)
            {
                Console.WriteLine(
                    $"| {objective} | {spellings[i].Name} | {derivatives[i]:F3} ms | {derivatives[i] / primals[i]:F2} | {derivatives[i] / derivatives[0]:F2} | {Timing.BytesPerCall(spellings[i].Derivative):F0} |");
            }
        }
    }

    private static double[] Measure(Action[] candidates)
    {
        double once = Timing.Medians(1, 1, candidates).Min();
        return Timing.Medians(Rounds, Math.Max(1, (int)(MillisecondsPerRound / once)), candidates);
    }
}
