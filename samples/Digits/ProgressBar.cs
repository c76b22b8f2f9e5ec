using System;

namespace Digits;

/// <summary>
/// Progress on one line that is written over and over and goes away at the end. Where the output is no terminal there is only one line
/// when all is done, and none where the caller prints its own.
/// </summary>
internal sealed class ProgressBar(string title, bool lineAtEnd = true) : IDisposable
{
    private const int Width = 30;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private long _last;
    private int _turn;
    private string _note = "";

    public void Report(double share, string note)
    {
        _note = note;
        if (!Due())
            return;
        int full = (int)(Math.Clamp(share, 0, 1) * Width);
        Draw(new string('#', full) + new string('.', Width - full), note);
    }

    /// <summary>Shows that something goes on whose end is not known.</summary>
    public void Spin(string note)
    {
        _note = note;
        if (!Due())
            return;
        char[] line = new string('.', Width).ToCharArray();
        line[_turn++ % Width] = '#';
        Draw(new string(line), note);
    }

    public void Dispose()
    {
        if (Console.IsOutputRedirected && lineAtEnd)
            Console.WriteLine($"{title}: {_note}");
        else if (!Console.IsOutputRedirected)
            Console.Write("\r" + new string(' ', Width + title.Length + _note.Length + 24) + "\r");
    }

    private bool Due()
    {
        if (Console.IsOutputRedirected || _last != 0 && TimeProvider.System.GetElapsedTime(_last) < Pause)
            return false;
        _last = TimeProvider.System.GetTimestamp();
        return true;
    }

    private void Draw(string bar, string note) => Console.Write($"\r{title} [{bar}] {note}   ");
}
