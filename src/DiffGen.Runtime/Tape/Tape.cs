using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DiffGen.CompilerServices;

/// <summary>
/// The memory in which a reverse sweep keeps what it needs of the primal sweep: a stack of blocks. For generated code.
/// </summary>
/// <remarks>
/// Blocks lie in chunks that never move. They start at multiples of 8 bytes, and of 64 bytes from
/// <see cref="AlignedBlockBytes"/> on. Every block is popped by the same element type and count as it was pushed, in reverse
/// order. Tapes are kept per thread and chunks are pooled, so that nothing is allocated per call in steady state; all memory is
/// managed, so that the garbage collector sees it and a span into it stays valid whatever happens to the tape.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class Tape : IDisposable
{
    /// <summary>Blocks of at least so many bytes start at a multiple of 64 bytes.</summary>
    public const int AlignedBlockBytes = 256;

    private const long LineMask = TapeChunk.LineBytes - 1;

    // The current chunk's memory and offsets within it, in bytes.
    private TapeLine[] _memory = TapeChunk.Empty.Memory;
    private long _cursor;
    private long _first;
    private long _limit;
    private long _highWater;

    private Tape()
    {
    }

    /// <summary>Makes room for <paramref name="count"/> elements, whose contents are left over from earlier uses.</summary>
    /// <exception cref="OverflowException"><paramref name="count"/> is negative, as for <c>new T[count]</c>.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Span<T> Push<T>(int count)
        where T : unmanaged
        => PushBlock<T>(count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Span<T> PushBlock<T>(int count)
    {
        long size = BlockSize<T>(count);
        long start = _cursor;
        if (count < 0 || start + size > _limit)
            start = Grow(count, size);
        _cursor = start + size;
        return Block<T>(start, count);
    }

    /// <summary>Makes room for <paramref name="count"/> elements and sets them to zero.</summary>
    /// <exception cref="OverflowException"><paramref name="count"/> is negative, as for <c>new T[count]</c>.</exception>
    public Span<T> PushZeroed<T>(int count)
        where T : unmanaged
    {
        Span<T> block = Push<T>(count);
        ZeroedMemory.Clear(block);
        return block;
    }

    /// <summary>Saves a copy of <paramref name="values"/>.</summary>
    public Span<T> PushCopy<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        Span<T> block = Push<T>(values.Length);
        values.CopyTo(block);
        return block;
    }

    /// <summary>Saves one value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void PushValue<T>(T value)
        where T : unmanaged
        => MemoryMarshal.GetReference(Push<T>(1)) = value;

    /// <summary>Releases the block pushed last. Its contents stay valid until the next push.</summary>
    /// <exception cref="InvalidOperationException">There is no such block.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Span<T> Pop<T>(int count)
        where T : unmanaged
        => PopBlock<T>(count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Span<T> PopBlock<T>(int count)
    {
        long size = BlockSize<T>(count);
        long end = _cursor;
        if (end > _highWater)
            _highWater = end;
        long start = end - size;
        if (count < 0 || start < _first)
            start = StepBack(count, size);
        _cursor = start;
        return Block<T>(start, count);
    }

    /// <summary>Releases and returns the value pushed last.</summary>
    /// <exception cref="InvalidOperationException">There is no such value.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T PopValue<T>()
        where T : unmanaged
        => MemoryMarshal.GetReference(Pop<T>(1));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long PayloadSize<T>(int count) => ((long)count * Unsafe.SizeOf<T>() + 7) & ~7L;

    /// <summary>The bytes that a block takes: large ones have room to begin at the next line.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long BlockSize<T>(int count)
    {
        long bytes = PayloadSize<T>(count);
        return bytes >= AlignedBlockBytes ? bytes + (TapeChunk.LineBytes - 8) : bytes;
    }

    /// <summary>Chunks begin at a line, so lines are counted from <see cref="_first"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Span<T> Block<T>(long start, int count)
    {
        if (PayloadSize<T>(count) >= AlignedBlockBytes)
            start = ((start - _first + LineMask) & ~LineMask) + _first;
        ref byte memory = ref Unsafe.As<TapeLine, byte>(ref MemoryMarshal.GetArrayDataReference(_memory));
        return MemoryMarshal.CreateSpan(ref Unsafe.As<byte, T>(ref Unsafe.AddByteOffset(ref memory, (nint)start)), count);
    }
}
