using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DiffGen.CompilerServices;

/// <summary>Makes, clears and views the buffers that derivatives are written to. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Destination
{
    /// <summary>A fresh zeroed array of the same length; also for array arguments.</summary>
    public static T[] Like<T>(ReadOnlySpan<T> primal) => new T[primal.Length];

    /// <summary>A fresh zeroed array with as many rows and columns.</summary>
    public static T[,] Like<T>(T[,] primal)
    {
        if (primal.GetLowerBound(0) == 0 && primal.GetLowerBound(1) == 0)
            return new T[primal.GetLength(0), primal.GetLength(1)];
        T[,] result = (T[,])primal.Clone();
        Array.Clear(result);
        return result;
    }

    /// <summary>Fresh zeroed rows of the same lengths, null where the primal's row is null.</summary>
    public static T[][] Like<T>(T[][] primal)
    {
        var result = new T[primal.Length][];
        for (int row = 0; row < primal.Length; row++)
            result[row] = primal[row] is { } source ? new T[source.Length] : null!;
        return result;
    }

    /// <summary>Sets every element to zero; also for arrays.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Clear<T>(Span<T> destination) => destination.Clear();

    /// <summary>Sets every element to zero.</summary>
    public static void Clear<T>(T[,] destination) => Array.Clear(destination);

    /// <summary>Sets every element of every row to zero.</summary>
    public static void Clear<T>(T[]?[] destination)
    {
        foreach (T[]? row in destination)
            row.AsSpan().Clear();
    }

    /// <summary>The elements of a two-dimensional array in row-major order, without copying.</summary>
    /// <exception cref="OverflowException">The array has more elements than a span can have.</exception>
    public static Span<T> AsSpan<T>(T[,] array)
        => MemoryMarshal.CreateSpan(ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(array)), array.Length);
}
