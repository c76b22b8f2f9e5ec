using System;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace DiffGen.Benchmarks.Suite;

/// <summary>Time that the current thread has spent on a processor, so that other programs on the machine count less; wall time where a
/// system has no such clock.</summary>
internal static partial class CpuClock
{
    private const int ThreadCpuTime = 3;

    /// <summary>Whether <see cref="Milliseconds"/> is processor time.</summary>
    public static bool IsProcessorTime { get; } = OperatingSystem.IsLinux();

    public static double Milliseconds()
    {
        if (!IsProcessorTime)
            return Stopwatch.GetTimestamp() * 1e3 / Stopwatch.Frequency;
        ReadClock(ThreadCpuTime, out TimeSpec time);
        return time.Seconds * 1e3 + time.Nanoseconds * 1e-6;
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int ReadClock(int clock, out TimeSpec time);

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpec
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
