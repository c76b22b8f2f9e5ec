using System;
using System.Diagnostics.CodeAnalysis;

namespace DiffGen.Benchmarks.ByHand;

/// <summary>Storage that outlives a call, since allocation is not timed.</summary>
internal static class Scratch
{
    /// <summary>So many numbers, whatever they are, of an array that grows to the largest size asked for.</summary>
    public static Span<double> Reserve([NotNull] ref double[]? storage, int count)
    {
        if (storage == null || storage.Length < count)
            storage = new double[count];
        return storage.AsSpan(0, count);
    }

    /// <summary>Cuts the first so many numbers off.</summary>
    public static Span<double> Take(ref Span<double> rest, int count)
    {
        Span<double> taken = rest[..count];
        rest = rest[count..];
        return taken;
    }
}
