using System;
using System.Threading;

namespace DiffGen;

/// <summary>
/// Which entries of a matrix can differ from zero, in compressed rows. It never changes, and keeps what is needed to evaluate matrices of its
/// kind (a colouring of the columns) once that has been asked for: matrices that are evaluated again share one pattern.
/// </summary>
public sealed class SparsityPattern
{
    private readonly int[] _rowPointers;
    private readonly int[] _columnIndices;
    private Colouring? _columnColouring;
    private Colouring? _rowColouring;
    private Colouring? _starColouring;

    /// <param name="rows">The number of rows.</param>
    /// <param name="columns">The number of columns.</param>
    /// <param name="rowPointers">Where each row begins in <paramref name="columnIndices"/>, and where the last one ends: one more than rows. Copied.</param>
    /// <param name="columnIndices">The columns of the entries, row by row, ascending within a row. Copied.</param>
    /// <exception cref="ArgumentException">The arrays do not describe a matrix of that shape.</exception>
    public SparsityPattern(int rows, int columns, ReadOnlySpan<int> rowPointers, ReadOnlySpan<int> columnIndices)
        : this(rowPointers.ToArray(), columnIndices.ToArray(), rows, columns)
        => Validate();

    private SparsityPattern(int[] rowPointers, int[] columnIndices, int rows, int columns)
    {
        Rows = rows;
        Columns = columns;
        _rowPointers = rowPointers;
        _columnIndices = columnIndices;
        for (int row = 1; row < rowPointers.Length; row++)
            LongestRow = Math.Max(LongestRow, rowPointers[row] - rowPointers[row - 1]);
        var inColumn = new int[Math.Max(columns, 0)];
        foreach (int column in columnIndices)
        {
            if ((uint)column < (uint)inColumn.Length)
                LongestColumn = Math.Max(LongestColumn, ++inColumn[column]);
        }
    }

    /// <summary>A pattern that is known to be right, of arrays that nothing else will change.</summary>
    internal static SparsityPattern Adopt(int rows, int columns, int[] rowPointers, int[] columnIndices) => new(rowPointers, columnIndices, rows, columns);

    /// <summary>Every entry of a matrix.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    /// <exception cref="InvalidOperationException">There are too many entries.</exception>
    public static SparsityPattern Full(int rows, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfNegative(columns);
        if ((long)rows * columns > Array.MaxLength)
            throw new InvalidOperationException($"A full pattern of {rows} rows and {columns} columns has too many entries: construct one that has fewer.");
        var pointers = new int[rows + 1];
        var indices = new int[rows * columns];
        for (int row = 0; row < rows; row++)
        {
            pointers[row + 1] = (row + 1) * columns;
            for (int column = 0; column < columns; column++)
                indices[row * columns + column] = column;
        }
        return Adopt(rows, columns, pointers, indices);
    }

    /// <summary>The number of rows.</summary>
    public int Rows { get; }

    /// <summary>The number of columns.</summary>
    public int Columns { get; }

    /// <summary>The number of entries.</summary>
    public int Count => _columnIndices.Length;

    /// <summary>Where each row begins among the entries, and where the last one ends.</summary>
    public ReadOnlySpan<int> RowPointers => _rowPointers;

    /// <summary>The column of each entry.</summary>
    public ReadOnlySpan<int> ColumnIndices => _columnIndices;

    /// <summary>The columns of the entries of one row, ascending.</summary>
    public ReadOnlySpan<int> Row(int row) => _columnIndices.AsSpan(_rowPointers[row].._rowPointers[row + 1]);

    /// <summary>The most entries in one row: no column colouring has fewer colours.</summary>
    public int LongestRow { get; }

    /// <summary>The most entries in one column: no row colouring has fewer colours.</summary>
    public int LongestColumn { get; }

    /// <summary>The index of an entry among all, or a negative number if the pattern does not have it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row or column.</exception>
    public int IndexOf(int row, int column)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(row);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, Rows);
        ArgumentOutOfRangeException.ThrowIfNegative(column);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(column, Columns);
        int found = Row(row).BinarySearch(column);
        return found < 0 ? -1 : _rowPointers[row] + found;
    }

    /// <summary>Columns that share no row, so that one product with a vector yields them all: Curtis, Powell and Reid (1974).</summary>
    public Colouring ColumnColouring => Volatile.Read(ref _columnColouring) ?? Keep(ref _columnColouring, DiffGen.ColumnColouring.Of(this));

    /// <summary>Rows that share no column: the same for products with vectors from the left. <see cref="Colouring.Colours"/> are those of the rows.</summary>
    public Colouring RowColouring => Volatile.Read(ref _rowColouring) ?? Keep(ref _rowColouring, DiffGen.ColumnColouring.OfRows(this));

    /// <summary>
    /// Columns of a symmetric matrix whose products with a vector yield every entry or its mirror image: a star colouring of the graph,
    /// Coleman and Moré (1984).
    /// </summary>
    /// <exception cref="InvalidOperationException">The pattern is not symmetric.</exception>
    public Colouring StarColouring => Volatile.Read(ref _starColouring) ?? Keep(ref _starColouring, DiffGen.StarColouring.Of(this));

    /// <summary>The pattern of the transposed matrix.</summary>
    public SparsityPattern Transpose()
    {
        var pointers = new int[Columns + 1];
        foreach (int column in _columnIndices)
            pointers[column + 1]++;
        for (int column = 0; column < Columns; column++)
            pointers[column + 1] += pointers[column];
        int[] next = pointers[..Columns];
        var indices = new int[Count];
        for (int row = 0; row < Rows; row++)
        {
            foreach (int column in Row(row))
                indices[next[column]++] = row;
        }
        return Adopt(Columns, Rows, pointers, indices);
    }

    /// <summary>Whether the mirror image of every entry is an entry too.</summary>
    public bool IsSymmetric()
    {
        if (Rows != Columns)
            return false;
        SparsityPattern mirror = Transpose();
        return mirror.RowPointers.SequenceEqual(RowPointers) && mirror.ColumnIndices.SequenceEqual(ColumnIndices);
    }

    // Two threads may both compute; all see the first.
    private static Colouring Keep(ref Colouring? place, Colouring colouring) => Interlocked.CompareExchange(ref place, colouring, null) ?? colouring;

    private void Validate()
    {
        if (Rows < 0 || Columns < 0)
            throw new ArgumentException($"A matrix cannot have {Rows} rows and {Columns} columns.");
        if (_rowPointers.Length != Rows + 1 || _rowPointers[0] != 0 || _rowPointers[Rows] != Count)
            throw new ArgumentException($"Row pointers of a matrix with {Rows} rows and {Count} entries are {Rows + 1} numbers from 0 to {Count}.", "rowPointers");
        for (int row = 0; row < Rows; row++)
        {
            if (_rowPointers[row + 1] < _rowPointers[row] || _rowPointers[row + 1] > Count)
                throw new ArgumentException($"Row {row} does not begin where the one before it ends.", "rowPointers");
            int last = -1;
            foreach (int column in Row(row))
            {
                if (column <= last || column >= Columns)
                    throw new ArgumentException($"The columns of row {row} do not ascend below {Columns}.", "columnIndices");
                last = column;
            }
        }
    }
}
