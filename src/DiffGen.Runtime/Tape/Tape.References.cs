using System;
using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DiffGen.CompilerServices;

/// <remarks>The stack of saved references: rows of jagged arrays that are reassigned, objects. Like blocks, they never move.</remarks>
public sealed partial class Tape
{
    private const int SmallestReferenceChunk = 64;
    private const int RetainedReferences = 8192;

    private ReferenceChunk? _firstReferences;
    private ReferenceChunk? _currentReferences;
    private object?[] _references = [];
    private int _referenceCount;

    private bool HasReferences => _referenceCount > 0 || _currentReferences?.Previous is not null;

    /// <summary>Saves a reference.</summary>
    public void PushReference(object? reference)
    {
        if (_isRetained)
        {
            (_pushedReferences ??= new Tape()).PushReference(reference);
            return;
        }
        if (_referenceCount == _references.Length)
            GrowReferences(1);
        _references[_referenceCount++] = reference;
    }

    /// <summary>Releases and returns the reference pushed last.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    /// <exception cref="InvalidCastException">It is of another type.</exception>
    public T PopReference<T>()
        where T : class?
    {
        if (_pushedReferences is { HasReferences: true } pushed)
            return pushed.PopReference<T>();
        if (_referenceCount == 0)
            StepBackReferences(1);
        ref object? slot = ref _references[--_referenceCount];
        T reference = (T)slot!;
        if (!_isRetained)
            slot = null;
        return reference;
    }

    /// <summary>Makes room for <paramref name="count"/> references, which start as null.</summary>
    /// <exception cref="OverflowException"><paramref name="count"/> is negative, as for <c>new T[count]</c>.</exception>
    public Span<T> PushReferences<T>(int count)
        where T : class?
        => PushReferenceBlock<T>(count);

    private Span<T> PushReferenceBlock<T>(int count)
    {
        if (_isRetained)
            return (_pushedReferences ??= new Tape()).PushReferenceBlock<T>(count);
        if (count < 0)
            ThrowNegativeCount();
        if (count >= _references.Length - _referenceCount)
            GrowReferences(checked(count + 1));
        Span<T> block = ReferenceBlock<T>(_referenceCount, count);
        block.Clear();
        _referenceCount += count;
        // The type lies on top of its block, so that a block can never be seen as one of another type.
        _references[_referenceCount++] = typeof(T);
        return block;
    }

    /// <summary>Releases the block of references pushed last. Its contents stay valid until the next push.</summary>
    /// <exception cref="InvalidOperationException">There is no such block.</exception>
    public Span<T> PopReferences<T>(int count)
        where T : class?
        => PopReferenceBlock<T>(count);

    private Span<T> PopReferenceBlock<T>(int count)
    {
        if (_pushedReferences is { HasReferences: true } pushed)
            return pushed.PopReferenceBlock<T>(count);
        if (_referenceCount == 0)
            StepBackReferences(1);
        if (count < 0 || _referenceCount - 1 < count || !ReferenceEquals(_references[_referenceCount - 1], typeof(T)))
            ThrowNoReference();
        _currentReferences!.HighWater = Math.Max(_currentReferences.HighWater, _referenceCount);
        _referenceCount -= count + 1;
        return ReferenceBlock<T>(_referenceCount, count);
    }

    private Span<T> ReferenceBlock<T>(int start, int count)
        => MemoryMarshal.CreateSpan(ref Unsafe.As<object?, T>(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_references), start)), count);

    private void GrowReferences(int count)
    {
        ReferenceChunk? next = _currentReferences is null ? _firstReferences : _currentReferences.Next;
        if (next is null)
        {
            next = new ReferenceChunk { Previous = _currentReferences };
            if (_currentReferences is null)
                _firstReferences = next;
            else
                _currentReferences.Next = next;
        }
        if (next.Items.Length < count)
        {
            next.Give();
            int size = Math.Max(SmallestReferenceChunk, (int)Math.Min(2L * _references.Length, Array.MaxLength));
            next.Items = ArrayPool<object?>.Shared.Rent(Math.Max(count, size));
        }
        if (_currentReferences is not null)
            _currentReferences.Count = _referenceCount;
        (_currentReferences, _references, _referenceCount) = (next, next.Items, 0);
    }

    private void StepBackReferences(int count)
    {
        ReferenceChunk? previous = _currentReferences?.Previous;
        while (previous is { Count: 0 })
            previous = previous.Previous;
        if (previous is null || previous.Count < count)
            ThrowNoReference();
        (_currentReferences, _references, _referenceCount) = (previous, previous.Items, previous.Count);
    }

    /// <summary>Forgets what is left, and keeps memory for <see cref="RetainedReferences"/> at most.</summary>
    private void ResetReferences()
    {
        if (_currentReferences is null)
            return;
        _currentReferences.Count = _referenceCount;
        int kept = 0;
        for (ReferenceChunk? chunk = _firstReferences; chunk is not null; chunk = chunk.Next)
        {
            chunk.Clear();
            kept += chunk.Items.Length;
            if (kept > RetainedReferences)
                chunk.Give();
        }
        (_currentReferences, _references, _referenceCount) = (null, [], 0);
    }

    [DoesNotReturn]
    private static void ThrowNoReference() => throw new InvalidOperationException("References must be popped in the reverse order of pushing, with the same type and count.");

    private sealed class ReferenceChunk
    {
        public object?[] Items { get; set; } = [];

        /// <summary>How many were in use when the tape went on to the next chunk.</summary>
        public int Count { get; set; }

        /// <summary>The highest count at which a block was popped, whose references are still there.</summary>
        public int HighWater { get; set; }

        public ReferenceChunk? Previous { get; init; }

        public ReferenceChunk? Next { get; set; }

        public void Clear()
        {
            Array.Clear(Items, 0, Math.Max(Count, HighWater));
            (Count, HighWater) = (0, 0);
        }

        public void Give()
        {
            Clear();
            if (Items.Length > 0)
                ArrayPool<object?>.Shared.Return(Items);
            Items = [];
        }
    }
}
