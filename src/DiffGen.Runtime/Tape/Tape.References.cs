using System;
using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace DiffGen.CompilerServices;

/// <remarks>The stack of saved references: rows of jagged arrays that are reassigned, objects.</remarks>
public sealed partial class Tape
{
    private const int RetainedReferences = 8192;

    private object?[] _references = [];
    private int _referenceCount;

    /// <summary>Saves a reference.</summary>
    public void PushReference(object? reference)
    {
        if (_referenceCount == _references.Length)
            GrowReferences();
        _references[_referenceCount++] = reference;
    }

    /// <summary>Releases and returns the reference pushed last.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    /// <exception cref="InvalidCastException">It is of another type.</exception>
    public T PopReference<T>()
        where T : class?
    {
        if (_referenceCount == 0)
            ThrowNoReference();
        ref object? slot = ref _references[--_referenceCount];
        T reference = (T)slot!;
        slot = null;
        return reference;
    }

    private void GrowReferences()
    {
        object?[] larger = ArrayPool<object?>.Shared.Rent(Math.Max(64, 2 * _references.Length));
        Array.Copy(_references, larger, _referenceCount);
        GiveReferences();
        _references = larger;
    }

    private void GiveReferences()
    {
        Array.Clear(_references, 0, _referenceCount);
        if (_references.Length > 0)
            ArrayPool<object?>.Shared.Return(_references);
        _references = [];
    }

    private void ResetReferences()
    {
        if (_references.Length > RetainedReferences)
            GiveReferences();
        else
            Array.Clear(_references, 0, _referenceCount);
        _referenceCount = 0;
    }

    [DoesNotReturn]
    private static void ThrowNoReference() => throw new InvalidOperationException("No reference is left on the tape.");
}
