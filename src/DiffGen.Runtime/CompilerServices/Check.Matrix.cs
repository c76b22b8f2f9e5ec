using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace DiffGen.CompilerServices;

public static partial class Check
{
    /// <summary>A span has as many elements as a matrix.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Matrix(int length, int rows, int columns, string name)
    {
        if (length != (long)rows * columns)
            ThrowMatrix(length, rows, columns, name);
    }

    [DoesNotReturn]
    private static void ThrowMatrix(int length, int rows, int columns, string name)
        => throw new ArgumentException($"'{name}' has length {length}, but {rows} rows of {columns} columns have length {(long)rows * columns}.", name);
}
