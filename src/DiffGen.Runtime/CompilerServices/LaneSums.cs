using System;
using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace DiffGen.CompilerServices;

/// <summary>
/// Sums that all iterations of a loop in lanes add to. While the loop runs, each lane has a sum of its own, where there is room for them in a
/// near cache and enough iterations to be worth it; else the lanes are added up each time. For generated code.
/// </summary>
/// <typeparam name="TLane">A vector of numbers.</typeparam>
/// <typeparam name="TNumber">The number in a lane.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct LaneSums<TLane, TNumber>
    where TLane : unmanaged
    where TNumber : unmanaged, INumber<TNumber>
{
    // More would push the rest of the loop's data out of the second-level cache.
    private const int MostBytes = 1 << 20;

    // Clearing a lane sum and adding it up at the end costs about as much as adding up so many vectors at once.
    private const int FewestBlocks = 4;

    private readonly Span<TNumber> _sums;
    private readonly Span<TLane> _lanes;

    /// <param name="sums">What is added to.</param>
    /// <param name="blocks">How often the loop runs, a vector of iterations at once.</param>
    public LaneSums(Tape tape, Span<TNumber> sums, int blocks)
    {
        ArgumentNullException.ThrowIfNull(tape);
        _sums = sums;
        _lanes = blocks >= FewestBlocks && sums.Length <= MostBytes / Unsafe.SizeOf<TLane>() ? tape.Scratch<TLane>(sums.Length) : default;
    }

    /// <param name="sums">What is added to, row after row.</param>
    /// <param name="blocks">How often the loop runs, a vector of iterations at once.</param>
    public LaneSums(Tape tape, TNumber[,] sums, int blocks)
        : this(tape, MemoryMarshal.CreateSpan(ref Unsafe.As<byte, TNumber>(ref MemoryMarshal.GetArrayDataReference(sums)), sums.Length), blocks)
    {
    }

    /// <summary>How many sums there are.</summary>
    public int Length
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _sums.Length;
    }

    /// <summary>Adds all lanes to one sum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int index, TLane value)
    {
        if (_lanes.Length != 0)
        {
            ref TLane sum = ref _lanes[index];
            sum = LaneNumber.Add(sum, value);
        }
        else
        {
            _sums[index] += LaneNumber.Sum<TLane, TNumber>(value);
        }
    }

    /// <summary>Adds the sums of the lanes to the sums proper.</summary>
    public void Finish()
    {
        for (int i = 0; i < _lanes.Length; i++)
            _sums[i] += LaneNumber.Sum<TLane, TNumber>(_lanes[i]);
    }
}

/// <summary>Arithmetic on any of the vectors that lanes are.</summary>
internal static class LaneNumber
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Add<TLane>(TLane a, TLane b)
        where TLane : unmanaged
    {
        if (typeof(TLane) == typeof(Vector512<double>))
            return (TLane)(object)((Vector512<double>)(object)a + (Vector512<double>)(object)b);
        if (typeof(TLane) == typeof(Vector512<float>))
            return (TLane)(object)((Vector512<float>)(object)a + (Vector512<float>)(object)b);
        return (TLane)(object)((Vector256<float>)(object)a + (Vector256<float>)(object)b);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TNumber Sum<TLane, TNumber>(TLane value)
        where TLane : unmanaged
        where TNumber : unmanaged
    {
        if (typeof(TLane) == typeof(Vector512<double>))
            return (TNumber)(object)LaneMemory.Sum((Vector512<double>)(object)value);
        if (typeof(TLane) == typeof(Vector512<float>))
            return (TNumber)(object)LaneMemory.Sum((Vector512<float>)(object)value);
        return (TNumber)(object)LaneMemory.Sum((Vector256<float>)(object)value);
    }
}
