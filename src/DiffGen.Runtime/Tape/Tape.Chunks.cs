using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace DiffGen.CompilerServices;

/// <remarks>The slow paths: going on to the next chunk and back to the previous one.</remarks>
public sealed partial class Tape
{
    private TapeChunk _chunk = TapeChunk.Empty;
    private TapeChunk? _firstChunk;
    private long _bytesInEarlierChunks;
    private long _highWaterOfEarlierChunks;

    /// <summary>The bytes of all blocks that are pushed and not yet popped. Workspace is not counted.</summary>
    public long BytesInUse => _bytesInEarlierChunks + _cursor - _first;

    /// <summary>The most bytes of blocks in use since the tape was rented. Workspace is not counted.</summary>
    public long HighWaterBytes
        => Math.Max(_highWaterOfEarlierChunks, _bytesInEarlierChunks + Math.Max(_highWater, _cursor) - _first);

    /// <summary>Goes on to a chunk with room for <paramref name="size"/> bytes and returns where its free memory begins.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private long Grow(int count, long size)
    {
        if (count < 0)
            ThrowNegativeCount();

        if (_chunk.IsRecord)
            _readChunk = _chunk;
        TapeChunk last = _chunk.IsRecord ? _lastRecord! : _chunk;
        TapeChunk? next = last.Next;
        if (next is null || next.Capacity < size)
            next = Insert(last, size, tooSmall: next);
        _highWaterOfEarlierChunks = HighWaterBytes;
        _bytesInEarlierChunks = BytesInUse;
        _chunk.Cursor = _cursor;
        Enter(next);
        _highWater = next.First;
        return next.First;
    }

    /// <summary>
    /// Puts a chunk of sufficient size behind another. A successor that is too small gives its place up, so that the
    /// capacities along the chain only grow and a repeated sequence of pushes soon finds all its memory in place.
    /// </summary>
    private TapeChunk Insert(TapeChunk last, long size, TapeChunk? tooSmall)
    {
        long capacity = TapeChunk.RoundUp(Math.Max(size, Math.Min(2 * last.Capacity, TapeChunk.LargestDoublingBytes)));
        TapeChunk chunk = TapeChunkPool.Take(capacity);
        chunk.Next = tooSmall?.Next;
        if (_firstChunk is null)
        {
            _firstChunk = chunk;
        }
        else
        {
            chunk.Previous = last;
            last.Next = chunk;
        }
        if (chunk.Next is not null)
            chunk.Next.Previous = chunk;
        if (tooSmall is not null)
            TapeChunkPool.Give(tooSmall);
        return chunk;
    }

    /// <summary>Goes back to the chunk that holds the block pushed last and returns where the block begins.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private long StepBack(int count, long size)
    {
        if (count < 0)
            ThrowNegativeCount();
        TapeChunk? previous = _chunk.Previous;
        if (previous is { IsRecord: true } && !_chunk.IsRecord)
            previous = _readChunk;
        // A chunk whose blocks were popped before the tape went on from it holds nothing.
        while (previous is not null && previous.Cursor == previous.First)
            previous = previous.Previous;
        if (_cursor != _first || previous is null || previous.Cursor - previous.First < size)
            ThrowNoSuchBlock();

        _highWaterOfEarlierChunks = HighWaterBytes;
        _bytesInEarlierChunks -= previous.Cursor - previous.First;
        Enter(previous);
        _highWater = previous.Cursor;
        return previous.Cursor - size;
    }

    private void Enter(TapeChunk chunk)
    {
        _chunk = chunk;
        _memory = chunk.Memory;
        _first = chunk.First;
        _limit = chunk.PushLimit;
    }

    [DoesNotReturn]
    private static void ThrowNegativeCount() => throw new OverflowException("A block cannot have a negative number of elements.");

    [DoesNotReturn]
    private static void ThrowNoSuchBlock()
        => throw new InvalidOperationException("Blocks must be popped in the reverse order of pushing, with the same type and count.");
}
