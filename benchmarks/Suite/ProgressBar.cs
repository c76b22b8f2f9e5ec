using System;
using System.IO;

namespace DiffGen.Benchmarks.Suite;

/// <summary>How far a run is, on one line of a terminal; where there is none, a line per step.</summary>
internal sealed class ProgressBar(TextWriter writer, bool isTerminal, int steps)
{
    private const int Width = 30;

    private int _done;

    /// <summary>Shows what is about to run.</summary>
    public void Begin(string step)
    {
        if (isTerminal)
            writer.Write($"\r{Bar(_done, steps)} {step,-40}");
        else
            writer.WriteLine($"[{_done + 1}/{steps}] {step}");
        writer.Flush();
        _done++;
    }

    /// <summary>Clears the line.</summary>
    public void End()
    {
        if (isTerminal)
            writer.Write("\r" + new string(' ', Width + 50) + "\r");
    }

    /// <summary>The bar alone.</summary>
    internal static string Bar(int done, int steps)
    {
        int filled = steps == 0 ? Width : Width * done / steps;
        return $"[{new string('#', filled)}{new string('.', Width - filled)}] {(steps == 0 ? 100 : 100 * done / steps),3} %";
    }
}
