using System;

namespace DiffGen;

/// <summary>
/// Gives columns that meet in some row different colours, greedily, largest first: A. R. Curtis, M. J. D. Powell, J. K. Reid, "On the estimation
/// of sparse Jacobian matrices" (1974). Takes time in proportion to the sum of the squares of the rows' lengths.
/// </summary>
internal static class ColumnColouring
{
    public static Colouring Of(SparsityPattern pattern)
    {
        (int[] colours, int count) = Colour(pattern, pattern.Transpose());
        var sourceColours = new int[pattern.Count];
        var sourceRows = new int[pattern.Count];
        for (int row = 0; row < pattern.Rows; row++)
        {
            // No other column of the colour has an entry in that row.
            for (int entry = pattern.RowPointers[row]; entry < pattern.RowPointers[row + 1]; entry++)
                (sourceColours[entry], sourceRows[entry]) = (colours[pattern.ColumnIndices[entry]], row);
        }
        return Colouring.Create(colours, count, sourceColours, sourceRows);
    }

    /// <summary>The rows in place of the columns.</summary>
    public static Colouring OfRows(SparsityPattern pattern)
    {
        (int[] colours, int count) = Colour(pattern.Transpose(), pattern);
        var sourceColours = new int[pattern.Count];
        for (int row = 0; row < pattern.Rows; row++)
            sourceColours.AsSpan(pattern.RowPointers[row]..pattern.RowPointers[row + 1]).Fill(colours[row]);
        return Colouring.Create(colours, count, sourceColours, pattern.ColumnIndices.ToArray());
    }

    private static (int[] Colours, int Count) Colour(SparsityPattern pattern, SparsityPattern byColumn)
    {
        var colours = new int[pattern.Columns];
        Array.Fill(colours, -1);
        // Stamped with the column for which a colour is forbidden, so that nothing needs to be cleared.
        var forbidden = new int[pattern.Columns];
        Array.Fill(forbidden, -1);
        int count = 0;
        foreach (int column in LargestFirst.Order(byColumn.RowPointers))
        {
            foreach (int row in byColumn.Row(column))
            {
                foreach (int other in pattern.Row(row))
                {
                    if (colours[other] >= 0)
                        forbidden[colours[other]] = column;
                }
            }
            int colour = 0;
            while (forbidden[colour] == column)
                colour++;
            colours[column] = colour;
            count = Math.Max(count, colour + 1);
        }
        return (colours, count);
    }
}
