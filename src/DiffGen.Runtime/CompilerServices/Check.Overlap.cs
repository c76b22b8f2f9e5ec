using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace DiffGen.CompilerServices;

public static partial class Check
{
    /// <summary>The two arguments have no memory in common.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void NoOverlap(Extent argument, string name, Extent other, string otherName)
    {
        if (argument.Overlaps(other))
            ThrowOverlap(name, otherName);
    }

    /// <summary>No row of <paramref name="rows"/> has memory in common with <paramref name="other"/>.</summary>
    public static void NoOverlap<T>(T[]?[]? rows, string name, Extent other, string otherName)
    {
        foreach (T[]? row in rows ?? [])
            NoOverlap(Extent.Of<T>(row), name, other, otherName);
    }

    /// <summary>No row of <paramref name="rows"/> has memory in common with <paramref name="argument"/>.</summary>
    public static void NoOverlap<T>(Extent argument, string name, T[]?[]? rows, string otherName)
    {
        foreach (T[]? row in rows ?? [])
            NoOverlap(argument, name, Extent.Of<T>(row), otherName);
    }

    /// <summary>The two jagged arrays have no row in common.</summary>
    public static void NoOverlap<TRow, TOther>(TRow[]?[]? rows, string name, TOther[]?[]? others, string otherName)
    {
        if (rows is null || others is null || typeof(TRow) != typeof(TOther))
            return;
        if (ReferenceEquals(rows, others) ? HasElements(rows) : RowSet.HaveCommonRow(rows, others))
            ThrowOverlap(name, otherName);
    }

    /// <summary>No two rows are the same array: needed where rows are written.</summary>
    public static void DistinctRows<T>(T[]?[]? rows, string name)
    {
        if (rows is not null && RowSet.HasRepeatedRow(rows))
            ThrowRepeatedRow(name);
    }

    private static bool HasElements<T>(T[]?[] rows)
    {
        foreach (T[]? row in rows)
        {
            if (row is { Length: > 0 })
                return true;
        }
        return false;
    }

    [DoesNotReturn]
    private static void ThrowOverlap(string name, string otherName)
        => throw new ArgumentException($"'{name}' overlaps '{otherName}' in memory, but it is written to and must have memory of its own.", name);

    [DoesNotReturn]
    private static void ThrowRepeatedRow(string name)
        => throw new ArgumentException($"Two rows of '{name}' are the same array, but they are written to and must have memory of their own.", name);
}
