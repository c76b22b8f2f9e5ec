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

    /// <summary>A matrix has the shape that is expected.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Matrix(int actualRows, int actualColumns, int rows, int columns, string name)
    {
        if (actualRows != rows || actualColumns != columns)
            ThrowMatrix(actualRows, actualColumns, rows, columns, name);
    }

    [DoesNotReturn]
    private static void ThrowMatrix(int actualRows, int actualColumns, int rows, int columns, string name)
        => throw new ArgumentException($"'{name}' has {actualRows} rows of {actualColumns} columns, but {rows} rows of {columns} columns are expected.", name);

    [DoesNotReturn]
    private static void ThrowMatrix(int length, int rows, int columns, string name)
        => throw new ArgumentException($"'{name}' has length {length}, but {rows} rows of {columns} columns have length {(long)rows * columns}.", name);
}
