using System;
using System.Runtime.ExceptionServices;
using System.Threading;

namespace DiffGen.CompilerServices;

/// <summary>
/// A loop that runs on several threads, in parts. Threads take part after part; the one that started the loop takes its share, so that a loop ends though
/// the pool has no thread for it.
/// </summary>
internal sealed unsafe class ParallelJob : IThreadPoolWorkItem
{
    private static readonly Lock s_lock = new();
    private static ParallelJob? s_returned;

    // An event of the framework would allocate when it is first waited for.
    private readonly object _finishing = new();
    private bool _isDone;
    private readonly Lock _failing = new();
    private delegate*<ParallelState, int, int, int, void> _body;
    private int _chunks, _size, _count;
    private int _next, _unfinished, _users;
    private int _failedChunk;
    private Exception? _failure;
    private ParallelJob? _nextReturned;

    public ParallelState State { get; } = new();

    public static ParallelJob Rent()
    {
        lock (s_lock)
        {
            if (s_returned is { } job)
            {
                s_returned = job._nextReturned;
                return job;
            }
        }
        return new ParallelJob();
    }

    /// <summary>Runs all parts and waits for them.</summary>
    /// <exception cref="Exception">What the first part that failed threw.</exception>
    public void Run(delegate*<ParallelState, int, int, int, void> body, int chunks, int size, int count, int threads)
    {
        _body = body;
        (_chunks, _size, _count) = (chunks, size, count);
        (_next, _unfinished, _failedChunk, _failure) = (0, chunks, int.MaxValue, null);
        _isDone = false;
        int helpers = Math.Min(threads, chunks) - 1;
        _users = helpers + 1;
        for (int i = 0; i < helpers; i++)
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        TakeParts();
        WaitForOthers();
        Exception? failure = _failure;
        Leave();
        if (failure is not null)
            ExceptionDispatchInfo.Throw(failure);
    }

    void IThreadPoolWorkItem.Execute()
    {
        TakeParts();
        Leave();
    }

    private void TakeParts()
    {
        for (int chunk = Interlocked.Increment(ref _next) - 1; chunk < _chunks; chunk = Interlocked.Increment(ref _next) - 1)
        {
            // The first exception in the order of the iterations is the one that counts.
            if (chunk < Volatile.Read(ref _failedChunk))
                TakePart(chunk);
            if (Interlocked.Decrement(ref _unfinished) == 0)
                Finish();
        }
    }

    private void Finish()
    {
        lock (_finishing)
        {
            Volatile.Write(ref _isDone, true);
            Monitor.PulseAll(_finishing);
        }
    }

    // The others have begun their last parts: it will not be long.
    private void WaitForOthers()
    {
        var spin = new SpinWait();
        while (!Volatile.Read(ref _isDone) && !spin.NextSpinWillYield)
            spin.SpinOnce();
        lock (_finishing)
        {
            while (!_isDone)
                Monitor.Wait(_finishing);
        }
    }

    private void TakePart(int chunk)
    {
        try
        {
            int from = chunk * _size;
            _body(State, chunk, from, (int)Math.Min(_count, (long)from + _size));
        }
        catch (Exception exception)
        {
            lock (_failing)
            {
                if (chunk < _failedChunk)
                    (_failedChunk, _failure) = (chunk, exception);
            }
        }
    }

    // A thread that the pool starts late finds nothing to do, but must not find another loop.
    private void Leave()
    {
        if (Interlocked.Decrement(ref _users) != 0)
            return;
        State.Clear();
        _failure = null;
        lock (s_lock)
        {
            _nextReturned = s_returned;
            s_returned = this;
        }
    }
}
