using System;

namespace DiffGen.CompilerServices;

/// <remarks>Memory around the passes: for derivatives in lanes, and for what the method overwrites.</remarks>
public static partial class Lanes
{
    /// <summary>The elements of all rows; a row that is null has none.</summary>
    public static int Count<T>(T[]?[]? rows)
    {
        int count = 0;
        foreach (T[]? row in rows ?? [])
            count = checked(count + (row?.Length ?? 0));
        return count;
    }

    /// <summary>Zeroed rows of <paramref name="perElement"/> vectors for each element, null where the row is.</summary>
    public static TLane[][] Like<TLane, T>(T[]?[]? rows, int perElement)
    {
        var result = new TLane[rows?.Length ?? 0][];
        for (int i = 0; i < result.Length; i++)
            result[i] = rows![i] is { } row ? new TLane[checked(perElement * row.Length)] : null!;
        return result;
    }

    /// <summary>A copy.</summary>
    public static Span<T> Copy<T>(ReadOnlySpan<T> values) => values.ToArray();

    /// <summary>A copy.</summary>
    public static T[,] Copy<T>(T[,] values) => (T[,])values.Clone();

    /// <summary>A copy of every row.</summary>
    public static T[]?[] Copy<T>(T[]?[] rows)
    {
        var result = new T[rows.Length][];
        for (int i = 0; i < rows.Length; i++)
            result[i] = (T[])rows[i]?.Clone()!;
        return result;
    }

    /// <summary>Puts the copied values back.</summary>
    public static void Restore<T>(ReadOnlySpan<T> copy, Span<T> values) => copy.CopyTo(values);

    /// <summary>Puts the copied values back.</summary>
    public static void Restore<T>(T[,] copy, T[,] values) => Array.Copy(copy, values, copy.Length);

    /// <summary>Puts the copied values of every row back.</summary>
    public static void Restore<T>(T[]?[] copy, T[]?[] rows)
    {
        for (int i = 0; i < copy.Length; i++)
            copy[i]?.CopyTo(rows[i]!, 0);
    }
}
