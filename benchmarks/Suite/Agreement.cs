using System;
using System.Collections.Generic;
using System.Linq;

namespace DiffGen.Benchmarks.Suite;

/// <summary>Tells candidates that compute the same from those that do not. Nobody is right by name: most decide.</summary>
internal static class Agreement
{
    /// <summary>The largest difference, relative to the largest number of the array it is in. Infinite where shapes or integers differ.</summary>
    public static double Distance(Buffers left, Buffers right)
    {
        if (left.Reals.Length != right.Reals.Length || left.Ints.Length != right.Ints.Length)
            return double.PositiveInfinity;
        for (int i = 0; i < left.Ints.Length; i++)
        {
            if (!left.Ints[i].AsSpan().SequenceEqual(right.Ints[i]))
                return double.PositiveInfinity;
        }
        return left.Reals.Zip(right.Reals, Distance).DefaultIfEmpty(0).Max();
    }

    /// <summary>
    /// The candidate that agrees with most others, and every candidate's distance from it. The first of several that agree with equally many.
    /// </summary>
    public static (int Reference, double[] Distances) Consensus(IReadOnlyList<Buffers> results, double tolerance)
    {
        int reference = 0, most = -1;
        for (int i = 0; i < results.Count; i++)
        {
            int agreeing = results.Count(other => Distance(results[i], other) <= tolerance);
            if (agreeing > most)
                (reference, most) = (i, agreeing);
        }
        return (reference, [.. results.Select(result => Distance(results[reference], result))]);
    }

    private static double Distance(double[] left, double[] right)
    {
        if (left.Length != right.Length)
            return double.PositiveInfinity;
        double largest = 0, difference = 0;
        for (int i = 0; i < left.Length; i++)
        {
            largest = Math.Max(largest, Math.Max(Math.Abs(left[i]), Math.Abs(right[i])));
            difference = Math.Max(difference, Math.Abs(left[i] - right[i]));
        }
        // A comparison with NaN is false, so NaN ends up as infinitely far here.
        return largest == 0 ? 0 : difference / largest is var relative && relative >= 0 ? relative : double.PositiveInfinity;
    }
}
