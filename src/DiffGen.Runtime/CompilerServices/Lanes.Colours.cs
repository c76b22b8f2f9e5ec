using System;

namespace DiffGen.CompilerServices;

/// <remarks>Sparse matrices: columns of one colour share a direction.</remarks>
public static partial class Lanes
{
    /// <summary>Element <c>i</c> becomes the unit of the lane that belongs to its colour, and zero if none does.</summary>
    /// <param name="seeds">The directions of some columns.</param>
    /// <param name="colours">The colours of these columns, and of those behind them.</param>
    /// <param name="first">The colour of lane 0.</param>
    public static void Seed<TLane>(Span<TLane> seeds, ReadOnlySpan<int> colours, int first)
        where TLane : struct
    {
        seeds.Clear();
        colours = colours[..seeds.Length];
        for (int i = 0; i < colours.Length; i++)
        {
            int lane = colours[i] - first;
            if ((uint)lane < (uint)Width<TLane>())
                SetOne(ref seeds[i], lane);
        }
    }

    /// <summary>The same for the elements of all rows.</summary>
    public static void Seed<TLane>(TLane[,] seeds, ReadOnlySpan<int> colours, int first)
        where TLane : struct
        => Seed(Destination.AsSpan(seeds), colours, first);

    /// <summary>The same for the elements of all rows, one row after the other.</summary>
    public static void Seed<TLane>(TLane[]?[] seeds, ReadOnlySpan<int> colours, int first)
        where TLane : struct
    {
        foreach (TLane[]? row in seeds)
        {
            Seed<TLane>(row.AsSpan(), colours, first);
            colours = colours[(row?.Length ?? 0)..];
        }
    }

    /// <summary>Picks the entries of a sparse matrix out of its products with the directions of some colours.</summary>
    /// <param name="products">Row-major, with <paramref name="width"/> columns: one per colour.</param>
    /// <param name="first">The colour of the first column.</param>
    /// <param name="values">The entries of the whole matrix.</param>
    public static void Recover<TNumber>(ReadOnlySpan<TNumber> products, int width, Colouring colouring, int first, Span<TNumber> values)
    {
        ArgumentNullException.ThrowIfNull(colouring);
        int count = Math.Min(width, colouring.Count - first);
        for (int lane = 0; lane < count; lane++)
        {
            int start = colouring.EntryStarts[first + lane];
            ReadOnlySpan<int> entries = colouring.Entries.AsSpan(start, colouring.EntryStarts[first + lane + 1] - start);
            ReadOnlySpan<int> rows = colouring.EntryRows.AsSpan(start, entries.Length);
            for (int i = 0; i < entries.Length; i++)
                values[entries[i]] = products[rows[i] * width + lane];
        }
    }
}
