using System;
using System.ComponentModel;
using System.Numerics;

namespace DiffGen.CompilerServices;

/// <summary>Arrays that stand for those of <see cref="System.Buffers.ArrayPool{T}"/>. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RentedArray
{
    private const int Shortest = 16;

    /// <summary>A length that the shared pool gives for an array of at least so many elements: a power of two.</summary>
    /// <param name="least">What is asked for; zero and less are given back as they are.</param>
    public static int LengthOf(int least) => least <= 0 ? least : Math.Max(Shortest, (int)BitOperations.RoundUpToPowerOf2((uint)least));
}
