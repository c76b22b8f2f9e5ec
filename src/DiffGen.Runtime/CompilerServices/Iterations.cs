using System;
using System.ComponentModel;

namespace DiffGen.CompilerServices;

/// <summary>Questions about the iterations of a loop that are asked before it starts. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Iterations
{
    /// <summary>
    /// How many iterations may stand side by side: <paramref name="count"/>, or none if what iterations read before they write may be what others write.
    /// </summary>
    /// <param name="count">The number of iterations.</param>
    /// <param name="read">What iterations read first.</param>
    /// <param name="written">What they write afterwards.</param>
    public static int IfApart<T>(int count, ReadOnlySpan<T> read, ReadOnlySpan<T> written) => read.Overlaps(written) ? 0 : count;
}
