using System;

namespace DiffGen;

/// <summary>
/// Columns of a sparse matrix in groups ("colours"): the sum of the columns of a group, which is one product of the matrix with a vector of
/// ones and zeros, holds each of their entries by itself.
/// </summary>
public sealed class Colouring
{
    private readonly int[] _colours;

    internal Colouring(int[] colours, int count, int[] entries, int[] rows, int[] starts)
    {
        _colours = colours;
        Count = count;
        Entries = entries;
        EntryRows = rows;
        EntryStarts = starts;
    }

    /// <summary>The number of colours, hence of products that the matrix takes.</summary>
    public int Count { get; }

    /// <summary>The colour of each column, from 0.</summary>
    public ReadOnlySpan<int> Colours => _colours;

    /// <summary>Entries of the matrix, ordered by the colour whose product holds them.</summary>
    internal int[] Entries { get; }

    /// <summary>The row of the product where each of <see cref="Entries"/> is.</summary>
    internal int[] EntryRows { get; }

    /// <summary>Where the entries of each colour begin in <see cref="Entries"/>, and where the last ones end.</summary>
    internal int[] EntryStarts { get; }

    /// <param name="colours">The colour of each column.</param>
    /// <param name="sourceColours">For each entry of the matrix the colour whose product holds it.</param>
    /// <param name="sourceRows">And the row of the product where it is.</param>
    internal static Colouring Create(int[] colours, int count, int[] sourceColours, int[] sourceRows)
    {
        var starts = new int[count + 1];
        foreach (int colour in sourceColours)
            starts[colour + 1]++;
        for (int colour = 0; colour < count; colour++)
            starts[colour + 1] += starts[colour];
        int[] next = starts[..count];
        var entries = new int[sourceColours.Length];
        var rows = new int[sourceColours.Length];
        for (int entry = 0; entry < sourceColours.Length; entry++)
        {
            int place = next[sourceColours[entry]]++;
            (entries[place], rows[place]) = (entry, sourceRows[entry]);
        }
        return new Colouring(colours, count, entries, rows, starts);
    }
}
