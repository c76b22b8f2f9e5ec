using System;
using System.Collections.Generic;

namespace DiffGen.Benchmarks.Suite;

/// <summary>Places positive numbers on an axis by their logarithm.</summary>
/// <param name="Low">The number at the start of the axis.</param>
/// <param name="High">The number at its end.</param>
/// <param name="Start">Where the axis starts.</param>
/// <param name="End">Where it ends.</param>
internal readonly record struct LogScale(double Low, double High, double Start, double End)
{
    /// <summary>A scale from the power of ten below the least number to the one above the greatest.</summary>
    public static LogScale Around(IEnumerable<double> numbers, double start, double end)
    {
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        foreach (double number in numbers)
        {
            low = Math.Min(low, number);
            high = Math.Max(high, number);
        }
        if (!(low > 0) || double.IsInfinity(high))
            return new(0.1, 10, start, end);
        double lowest = Math.Pow(10, Math.Floor(Math.Log10(low))), highest = Math.Pow(10, Math.Ceiling(Math.Log10(high)));
        return new(lowest, highest > lowest ? highest : 10 * lowest, start, end);
    }

    public double Place(double number) => Start + ((End - Start) * Math.Log(number / Low) / Math.Log(High / Low));

    /// <summary>The powers of ten on the axis.</summary>
    public IEnumerable<double> Ticks()
    {
        int first = (int)Math.Round(Math.Log10(Low)), last = (int)Math.Round(Math.Log10(High));
        for (int power = first; power <= last; power++)
            yield return Math.Pow(10, power);
    }
}
