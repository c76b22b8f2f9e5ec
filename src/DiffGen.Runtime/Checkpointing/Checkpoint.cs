using System;

namespace DiffGen;

/// <summary>Loops whose reverse sweep stores snapshots of the carried state instead of every iteration's values.</summary>
public static class Checkpoint
{
    /// <summary>
    /// The integers from <paramref name="start"/> up to, but not including, <paramref name="end"/>. As a plain program this is a
    /// counting loop; in reverse mode it also states the snapshot schedule.
    /// </summary>
    /// <param name="start">The first value.</param>
    /// <param name="end">The value after the last one. Nothing is counted where it is not greater than <paramref name="start"/>.</param>
    /// <param name="snapshots">A budget of snapshots, placed binomially (Griewank and Walther); the default is √n snapshots.</param>
    /// <param name="every">A snapshot every so many iterations.</param>
    /// <returns>A range to be used in <c>foreach</c>; nothing is allocated.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="snapshots"/> or <paramref name="every"/> is less than one.</exception>
    /// <exception cref="ArgumentException">Both <paramref name="snapshots"/> and <paramref name="every"/> are given.</exception>
    public static CheckpointRange Range(int start, int end, int? snapshots = null, int? every = null)
    {
        if (snapshots is not null && every is not null)
            throw new ArgumentException("A checkpointed range has either a budget of snapshots or a distance between them, not both.", nameof(every));
        if (snapshots is { } budget)
            ArgumentOutOfRangeException.ThrowIfLessThan(budget, 1, nameof(snapshots));
        if (every is { } distance)
            ArgumentOutOfRangeException.ThrowIfLessThan(distance, 1, nameof(every));
        return new CheckpointRange(start, end);
    }
}
