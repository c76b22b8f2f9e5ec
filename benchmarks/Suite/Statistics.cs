using System;
using System.Collections.Generic;
using System.Linq;

namespace DiffGen.Benchmarks.Suite;

/// <summary>What is told of a candidate's times.</summary>
internal readonly record struct Statistics(double Median, double Minimum)
{
    /// <exception cref="ArgumentException">There are no times.</exception>
    public static Statistics Of(IEnumerable<double> times)
    {
        double[] sorted = [.. times.Order()];
        if (sorted.Length == 0)
            throw new ArgumentException("There are no times.", nameof(times));
        int middle = sorted.Length / 2;
        double median = sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new(median, sorted[0]);
    }
}
