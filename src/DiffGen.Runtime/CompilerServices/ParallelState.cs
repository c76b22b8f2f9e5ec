using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace DiffGen.CompilerServices;

/// <summary>What the iterations of a loop on several threads use from outside it. For generated code.</summary>
/// <remarks>Memory is pinned while the loop runs; <see cref="ParallelLoop"/> sees to that.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed unsafe class ParallelState
{
    /// <summary>How many spans a loop can use.</summary>
    public const int MostSpans = 24;

    private readonly void*[] _pointers = new void*[MostSpans];
    private readonly int[] _lengths = new int[MostSpans];
    private object?[] _references = new object?[8];
    private long[] _numbers = new long[16];

    internal ParallelState()
    {
    }

    /// <summary>A span among those that were added.</summary>
    public Span<T> Span<T>(int index)
        where T : unmanaged => new(_pointers[index], _lengths[index]);

    /// <summary>An array or object among those that were added.</summary>
    public T Reference<T>(int index)
        where T : class? => Unsafe.As<T>(_references[index])!;

    /// <summary>A number among those that were added.</summary>
    public double Double(int index) => BitConverter.Int64BitsToDouble(_numbers[index]);

    /// <summary>A number of single precision among those that were added.</summary>
    public float Single(int index) => BitConverter.Int32BitsToSingle((int)_numbers[index]);

    /// <summary>An integer among those that were added.</summary>
    public long Integer(int index) => _numbers[index];

    internal void SetLength(int index, int length) => _lengths[index] = length;

    internal void SetPointer(int index, void* pointer) => _pointers[index] = pointer;

    internal void SetReference(int index, object? reference)
    {
        if (index == _references.Length)
            Array.Resize(ref _references, 2 * index);
        _references[index] = reference;
    }

    internal void SetNumber(int index, long bits)
    {
        if (index == _numbers.Length)
            Array.Resize(ref _numbers, 2 * index);
        _numbers[index] = bits;
    }

    // What is kept for later must keep nothing alive.
    internal void Clear()
    {
        Array.Clear(_references);
        Array.Clear(_pointers);
    }
}
