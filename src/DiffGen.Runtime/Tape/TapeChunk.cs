using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DiffGen.CompilerServices;

/// <summary>The unit in which tape memory is allocated: arrays of it reach beyond two gigabytes.</summary>
[StructLayout(LayoutKind.Sequential, Size = TapeChunk.LineBytes)]
internal struct TapeLine;

/// <summary>
/// A piece of memory that does not move. Tapes link chunks in the order of use; the pool holds them unlinked.
/// </summary>
internal sealed class TapeChunk
{
    public const int LineBytes = 64;
    public const long SmallestBytes = 16 << 10;
    public const long LargestDoublingBytes = 64 << 20;

    /// <summary>The <see cref="RecordEnd"/> of a chunk that is no part of a record.</summary>
    public const long NoRecord = -1;

    /// <summary>A chunk without room, for tapes that have no other.</summary>
    public static readonly TapeChunk Empty = new();

    private TapeChunk() => Memory = [];

    /// <param name="capacity">The size in bytes: a result of <see cref="RoundUp"/>.</param>
    public unsafe TapeChunk(long capacity)
    {
        Capacity = capacity;
        Memory = GC.AllocateUninitializedArray<TapeLine>(checked((int)(capacity / LineBytes + 1)), pinned: true);
        First = -(long)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(Memory)) & (LineBytes - 1);
    }

    public TapeLine[] Memory { get; }

    /// <summary>The offset of the first byte whose address is a multiple of a line.</summary>
    public long First { get; }

    public long Capacity { get; }

    public long Limit => First + Capacity;

    /// <summary>Where the tape stood when it went on to the next chunk.</summary>
    public long Cursor { get; set; }

    /// <summary>Where the part of a retained record in this chunk ends.</summary>
    public long RecordEnd { get; set; } = NoRecord;

    public bool IsRecord => RecordEnd != NoRecord;

    /// <summary>Nothing is pushed behind a record: what comes after it goes to another chunk.</summary>
    public long PushLimit => IsRecord ? long.MinValue : Limit;

    public TapeChunk? Previous { get; set; }

    public TapeChunk? Next { get; set; }

    /// <summary>When the chunk came to the pool, in milliseconds since the machine started.</summary>
    public long IdleSince { get; set; }

    /// <summary>Few distinct capacities, so that pooled chunks find new users.</summary>
    public static long RoundUp(long bytes)
    {
        if (bytes <= SmallestBytes)
            return SmallestBytes;
        if (bytes <= LargestDoublingBytes)
            return (long)BitOperations.RoundUpToPowerOf2((ulong)bytes);
        return (bytes + LargestDoublingBytes - 1) / LargestDoublingBytes * LargestDoublingBytes;
    }
}
