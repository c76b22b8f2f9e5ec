using System;
using System.Collections.Generic;
using System.Diagnostics;

namespace GradBench.Protocol;

/// <summary>Runs a function as often as a message asks for, and times each run.</summary>
public static class Timer
{
    private const double NanosecondsPerSecond = 1e9;

    /// <summary>Runs until both the number of runs and the total time are reached, and returns the time of each run in nanoseconds.</summary>
    public static List<long> Run(Action run, int leastRuns, double leastSeconds)
    {
        var times = new List<long>();
        double total = 0;
        while (times.Count < leastRuns || total < leastSeconds * NanosecondsPerSecond)
        {
            long start = Stopwatch.GetTimestamp();
            run();
            double time = Stopwatch.GetElapsedTime(start).TotalNanoseconds;
            times.Add((long)time);
            total += time;
        }
        return times;
    }
}
