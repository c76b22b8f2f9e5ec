using System;
using System.Collections.Generic;

namespace DiffGen.RandomPrograms.Tests.Generation;

/// <summary>xoshiro256**: the same seed yields the same program on every version of .NET, so a printed seed stays good.</summary>
internal sealed class RandomSource
{
    private ulong _s0, _s1, _s2, _s3;

    public RandomSource(ulong seed)
    {
        _s0 = SplitMix(ref seed);
        _s1 = SplitMix(ref seed);
        _s2 = SplitMix(ref seed);
        _s3 = SplitMix(ref seed);
    }

    public ulong NextBits()
    {
        ulong result = ulong.RotateLeft(_s1 * 5, 7) * 9;
        ulong t = _s1 << 17;
        _s2 ^= _s0;
        _s3 ^= _s1;
        _s1 ^= _s2;
        _s0 ^= _s3;
        _s2 ^= t;
        _s3 = ulong.RotateLeft(_s3, 45);
        return result;
    }

    /// <summary>Uniform in [0, count).</summary>
    public int Below(int count) => (int)(NextBits() % (ulong)count);

    /// <summary>Uniform in [low, high], both included.</summary>
    public int Between(int low, int high) => low + Below(high - low + 1);

    public double Real() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    public double Real(double low, double high) => low + (high - low) * Real();

    public bool Chance(double probability) => Real() < probability;

    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    /// <summary>One of the choices, with probability in proportion to its weight.</summary>
    public T Weighted<T>(ReadOnlySpan<(int Weight, T Item)> choices)
    {
        int total = 0;
        foreach ((int weight, _) in choices)
            total += weight;
        int at = Below(total);
        foreach ((int weight, T item) in choices)
        {
            at -= weight;
            if (at < 0)
                return item;
        }
        throw new InvalidOperationException("No choice has a weight.");
    }

    private static ulong SplitMix(ref ulong state)
    {
        ulong z = state += 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
