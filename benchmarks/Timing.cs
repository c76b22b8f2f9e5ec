using System;
using System.Diagnostics;
using System.Linq;

namespace DiffGen.Benchmarks;

/// <summary>Times candidates in turn, round by round, so that a change in the machine's speed meets all of them.</summary>
internal static class Timing
{
    /// <summary>Median milliseconds per call of each candidate.</summary>
    public static double[] Medians(int rounds, int callsPerRound, params Action[] candidates)
    {
        var times = candidates.Select(_ => new double[rounds]).ToArray();
        WarmUp(candidates);
        for (int round = 0; round < rounds; round++)
        {
            for (int c = 0; c < candidates.Length; c++)
            {
                long start = Stopwatch.GetTimestamp();
                for (int call = 0; call < callsPerRound; call++)
                    candidates[c]();
                times[c][round] = Stopwatch.GetElapsedTime(start).TotalMilliseconds / callsPerRound;
            }
        }
        return [.. times.Select(t => t.Order().ElementAt(rounds / 2))];
    }

    /// <summary>Bytes that one call allocates on the managed heap once everything is warm.</summary>
    public static double BytesPerCall(Action call, int calls = 20)
    {
        WarmUp([call]);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < calls; i++)
            call();
        return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)calls;
    }

    // Enough calls for the optimising compiler, and time for it to finish in the background.
    private static void WarmUp(Action[] candidates)
    {
        for (int i = 0; i < 60; i++)
        {
            foreach (Action candidate in candidates)
                candidate();
        }
        System.Threading.Thread.Sleep(300);
        foreach (Action candidate in candidates)
            candidate();
    }
}
