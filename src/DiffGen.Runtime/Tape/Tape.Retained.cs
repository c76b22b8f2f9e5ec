using System;
using System.Diagnostics.CodeAnalysis;
using System.Threading;

namespace DiffGen.CompilerServices;

/// <remarks>
/// Tapes that outlive the primal sweep, for pullbacks that run many times. What the primal sweep has pushed is then a record that no
/// sweep changes: pops read it, and what a sweep pushes itself goes to chunks behind it.
/// </remarks>
public sealed partial class Tape
{
    // The two lowest bits of the ticket say what goes on, the others count how often the tape was given back.
    private const long Busy = 1, Disposed = 2, NextTicket = 4;

    private long _ticket;
    private bool _isRetained;
    private TapeChunk? _lastRecord;
    private TapeChunk? _readChunk;
    private (ReferenceChunk? Chunk, object?[] Items, int Count) _recordedReferences = (null, [], 0);
    private Tape? _pushedReferences;
    private long _recordedBytes;
    private long _workspaceBytes;

    /// <summary>The bytes of the record, and the most workspace that sweeps have needed beside it.</summary>
    internal long RetainedBytesInUse => _recordedBytes + _workspaceBytes;

    /// <summary>Makes what has been pushed so far the record, and gives the workspace back.</summary>
    /// <returns>The ticket that lets sweeps in.</returns>
    internal long Retain()
    {
        long references = _referenceCount;
        for (ReferenceChunk? chunk = _currentReferences?.Previous; chunk is not null; chunk = chunk.Previous)
            references += chunk.Count;
        _recordedBytes = BytesInUse + (references * IntPtr.Size) + _lentBytes;
        _lentToRecord = _lentCount;
        _recordedReferences = (_currentReferences, _references, _referenceCount);
        _isRetained = true;
        if (BytesInUse > 0)
        {
            _lastRecord = _chunk;
            _chunk.Cursor = _cursor;
            for (TapeChunk? chunk = _chunk; chunk is not null; chunk = chunk.Previous)
                chunk.RecordEnd = chunk.Cursor;
        }
        Rewind();
        return _ticket;
    }

    /// <summary>Lets one sweep in, until <see cref="Leave"/>.</summary>
    /// <exception cref="ObjectDisposedException">The tape was given back after the ticket was handed out.</exception>
    /// <exception cref="InvalidOperationException">Another sweep is under way.</exception>
    internal void Enter(long ticket)
    {
        long found = Interlocked.CompareExchange(ref _ticket, ticket | Busy, ticket);
        if (found == ticket)
            return;
        if (found != (ticket | Busy))
            ThrowDisposed();
        throw new InvalidOperationException("Another Pullback of the same tape is running. Threads may use one tape one after another, or a tape each.");
    }

    /// <summary>Restores the record for the next sweep, wherever this one has ended.</summary>
    internal void Leave()
    {
        Rewind();
        if ((Interlocked.Add(ref _ticket, -Busy) & Disposed) != 0)
            GiveBack();
    }

    /// <summary>Gives the tape back: at once, or when the sweep that is under way ends. With an old ticket it does nothing.</summary>
    internal void Dispose(long ticket)
    {
        while (true)
        {
            long found = Interlocked.CompareExchange(ref _ticket, ticket | Disposed, ticket);
            if (found == ticket)
            {
                GiveBack();
                return;
            }
            if (found != (ticket | Busy) || Interlocked.CompareExchange(ref _ticket, found | Disposed, found) == found)
                return;
        }
    }

    /// <summary>Whether a ticket is still good.</summary>
    internal bool IsOpen(long ticket) => (Volatile.Read(ref _ticket) & ~Busy) == ticket;

    [DoesNotReturn]
    internal static void ThrowDisposed() =>
        throw new ObjectDisposedException("tape", "The tape has been disposed of, or was not made by a forward companion.");

    private void GiveBack()
    {
        Interlocked.Add(ref _ticket, NextTicket - Disposed);
        Return();
    }

    private void Rewind()
    {
        Release(0);
        _workspaceBytes = _workspace?.HighWaterBytes ?? 0;
        _pushedReferences?.ResetReferences();
        TakeBack(_lentToRecord);
        (_currentReferences, _references, _referenceCount) = _recordedReferences;
        long bytes = 0;
        for (TapeChunk? chunk = _lastRecord; chunk is not null; chunk = chunk.Previous)
        {
            chunk.Cursor = chunk.RecordEnd;
            bytes += chunk.Cursor - chunk.First;
        }
        TapeChunk last = _lastRecord ?? _firstChunk ?? TapeChunk.Empty;
        Enter(last);
        _cursor = _lastRecord is null ? _first : last.RecordEnd;
        _highWater = _cursor;
        _bytesInEarlierChunks = bytes - (_cursor - _first);
    }

    private void ResetRetained()
    {
        if (!_isRetained)
            return;
        _isRetained = false;
        for (TapeChunk? chunk = _lastRecord; chunk is not null; chunk = chunk.Previous)
            chunk.RecordEnd = TapeChunk.NoRecord;
        _limit = _chunk.PushLimit;
        (_lastRecord, _readChunk) = (null, null);
        _recordedReferences = (null, [], 0);
        _lentToRecord = 0;
        _pushedReferences?.ResetReferences();
    }
}
