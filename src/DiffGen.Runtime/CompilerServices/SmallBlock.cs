using System;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace DiffGen.CompilerServices;

/// <summary>Room on the stack for the derivatives of a few inputs, zero at first. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[InlineArray(Capacity)]
public struct SmallBlock<T>
    where T : struct
{
    /// <summary>How many elements there is room for.</summary>
    public const int Capacity = 16;

    private T _first;

    /// <summary>All elements.</summary>
    [UnscopedRef]
    public Span<T> AsSpan() => this;
}
