using System;
using System.Numerics;

namespace DiffGen;

/// <summary>
/// A sparse matrix in compressed rows (CSR): the values of the entries of a <see cref="SparsityPattern"/>, row by row. <c>FSparseJacobian</c> and
/// <c>FSparseHessian</c> make one, and overwrite the values of one that they are given, whose pattern and colouring they use again.
/// </summary>
public sealed class CsrMatrix<T>
    where T : struct, INumberBase<T>
{
    private readonly T[] _values;

    /// <summary>A matrix of zeros.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="pattern"/> is null.</exception>
    public CsrMatrix(SparsityPattern pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        Pattern = pattern;
        _values = new T[pattern.Count];
    }

    /// <summary>Which entries there are.</summary>
    public SparsityPattern Pattern { get; }

    /// <summary>The number of rows.</summary>
    public int Rows => Pattern.Rows;

    /// <summary>The number of columns.</summary>
    public int Columns => Pattern.Columns;

    /// <summary>The number of entries.</summary>
    public int Count => _values.Length;

    /// <summary>Where each row begins among the entries, and where the last one ends.</summary>
    public ReadOnlySpan<int> RowPointers => Pattern.RowPointers;

    /// <summary>The column of each entry.</summary>
    public ReadOnlySpan<int> ColumnIndices => Pattern.ColumnIndices;

    /// <summary>The value of each entry.</summary>
    public Span<T> Values => _values;

    /// <summary>A component of the matrix: zero where the pattern has no entry.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row or column.</exception>
    public T this[int row, int column] => Pattern.IndexOf(row, column) is >= 0 and var entry ? _values[entry] : T.Zero;

    /// <summary>The product with a vector.</summary>
    /// <param name="x">As long as there are columns.</param>
    /// <param name="product">As long as there are rows; overwritten. It may not overlap <paramref name="x"/>.</param>
    /// <exception cref="ArgumentException">A length is wrong, or they overlap.</exception>
    public void Multiply(ReadOnlySpan<T> x, Span<T> product)
    {
        if (x.Length != Columns)
            throw new ArgumentException($"The vector has length {x.Length}, but the matrix has {Columns} columns.", nameof(x));
        if (product.Length != Rows)
            throw new ArgumentException($"The product has length {product.Length}, but the matrix has {Rows} rows.", nameof(product));
        if (product.Overlaps(x))
            throw new ArgumentException("The product overlaps the vector.", nameof(product));
        ReadOnlySpan<int> pointers = RowPointers;
        ReadOnlySpan<int> columns = ColumnIndices;
        for (int row = 0; row < product.Length; row++)
        {
            T sum = T.Zero;
            for (int entry = pointers[row]; entry < pointers[row + 1]; entry++)
                sum += _values[entry] * x[columns[entry]];
            product[row] = sum;
        }
    }

    /// <summary>The same matrix with all its zeros.</summary>
    public T[,] ToDense()
    {
        var dense = new T[Rows, Columns];
        for (int row = 0; row < Rows; row++)
        {
            for (int entry = RowPointers[row]; entry < RowPointers[row + 1]; entry++)
                dense[row, ColumnIndices[entry]] = _values[entry];
        }
        return dense;
    }
}
