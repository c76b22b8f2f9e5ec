using System;
using System.Runtime.CompilerServices;

namespace DiffGen.CompilerServices;

/// <remarks>Blocks of values whose type is not known to hold numbers alone.</remarks>
public sealed partial class Tape
{
    /// <summary>
    /// Makes room for <paramref name="count"/> values of any type: beside the numbers where it holds no references, else among the
    /// references. Structs that hold references get an array of their own.
    /// </summary>
    public Span<T> PushAny<T>(int count)
    {
        if (!RuntimeHelpers.IsReferenceOrContainsReferences<T>())
            return PushBlock<T>(count);
        if (!typeof(T).IsValueType)
            return PushReferenceBlock<T>(count);
        var values = new T[count];
        PushReference(values);
        return values;
    }

    /// <summary>Releases the block pushed last by <see cref="PushAny"/>. Its contents stay valid until the next push.</summary>
    /// <exception cref="InvalidOperationException">There is no such block.</exception>
    public Span<T> PopAny<T>(int count)
    {
        if (!RuntimeHelpers.IsReferenceOrContainsReferences<T>())
            return PopBlock<T>(count);
        return typeof(T).IsValueType ? PopReference<T[]>() : PopReferenceBlock<T>(count);
    }
}
