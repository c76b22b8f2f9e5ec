using System;

namespace DiffGen.CompilerServices;

/// <remarks>Renting and returning. A thread keeps the tapes it has returned; no lock is taken unless memory is large.</remarks>
public sealed partial class Tape
{
    /// <summary>What a returned tape keeps for its thread, in bytes. Chunks beyond go to a pool that all threads share.</summary>
    public const int RetainedBytes = 1 << 20;

    /// <summary>How many returned tapes a thread keeps: the depth to which rents may nest without allocating.</summary>
    public const int RetainedTapes = 64;

    [ThreadStatic]
    private static ThreadTapes? t_tapes;

    private Tape? _nextReturned;
    private bool _isRented;

    /// <summary><see cref="HighWaterBytes"/> of the tape that this thread returned last: what one companion call has saved.</summary>
    public static long LastHighWaterBytes => t_tapes?.LastHighWaterBytes ?? 0;

    /// <summary>An empty tape, which is the caller's until <see cref="Return"/>. Rents may nest.</summary>
    public static Tape Rent()
    {
        Tape? tape = t_tapes?.Take();
        tape ??= new Tape();
        tape._isRented = true;
        return tape;
    }

    /// <summary>
    /// Gives the tape back, whatever is still on it: after an exception too. A second return has no effect.
    /// </summary>
    public void Return()
    {
        if (!_isRented)
            return;
        _isRented = false;
        ThreadTapes tapes = t_tapes ??= new ThreadTapes();
        tapes.LastHighWaterBytes = HighWaterBytes;
        Reset(tapes.IsFull ? 0 : RetainedBytes);
        tapes.Keep(this);
    }

    /// <summary>The same as <see cref="Return"/>.</summary>
    public void Dispose() => Return();

    private void Reset(long retainedBytes)
    {
        ResetRetained();
        ResetWorkspace(retainedBytes);
        ResetReferences();
        TakeBack(0);
        if (_firstChunk is null)
            return;
        if (_firstChunk.Next is not null || _firstChunk.Capacity > retainedBytes)
            Trim(retainedBytes);
        TapeChunk first = _firstChunk ?? TapeChunk.Empty;
        if (first != _chunk)
            Enter(first);
        _cursor = _first;
        _highWater = _first;
        _bytesInEarlierChunks = 0;
        _highWaterOfEarlierChunks = 0;
    }

    /// <summary>Keeps the first chunks, up to <paramref name="retainedBytes"/> in all, and gives the rest to the pool.</summary>
    private void Trim(long retainedBytes)
    {
        long kept = 0;
        TapeChunk? last = null;
        TapeChunk? chunk = _firstChunk;
        while (chunk is not null && kept + chunk.Capacity <= retainedBytes)
        {
            kept += chunk.Capacity;
            last = chunk;
            chunk = chunk.Next;
        }
        if (last is null)
            _firstChunk = null;
        else
            last.Next = null;
        while (chunk is not null)
        {
            TapeChunk? next = chunk.Next;
            TapeChunkPool.Give(chunk);
            chunk = next;
        }
    }

    /// <summary>The returned tapes of one thread, the last one first.</summary>
    private sealed class ThreadTapes
    {
        private Tape? _first;
        private int _count;

        public long LastHighWaterBytes { get; set; }

        public bool IsFull => _count == RetainedTapes;

        public Tape? Take()
        {
            Tape? tape = _first;
            if (tape is not null)
            {
                _first = tape._nextReturned;
                tape._nextReturned = null;
                _count--;
            }
            return tape;
        }

        public void Keep(Tape tape)
        {
            if (IsFull)
                return;
            tape._nextReturned = _first;
            _first = tape;
            _count++;
        }
    }
}
