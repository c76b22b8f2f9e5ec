using System;

namespace DiffGen.CompilerServices;

/// <remarks>
/// Real arrays, for local memory that has to be one: a row of a jagged array, a <c>T[,]</c>, what is handed to a method that wants an array. They are the
/// caller's until the tape is returned, and must not be known to anyone after that.
/// </remarks>
public sealed partial class Tape
{
    /// <summary>The most that one tape lends, in bytes. Arrays beyond are made as <c>new</c> makes them.</summary>
    private const long MostLentBytes = ArrayShelves.KeptBytes;

    private (ArrayShelves.Shelf Shelf, Array Array)[] _lent = [];
    private ArrayShelves.Shelf? _lastShelf;
    private int _lentCount;
    private int _lentToRecord;
    private long _lentBytes;

    /// <summary>An array as from <c>new T[count]</c>, until the tape is returned.</summary>
    /// <exception cref="OverflowException"><paramref name="count"/> is negative.</exception>
    public T[] TakeArray<T>(int count)
    {
        if (count <= 0)
            return count == 0 ? [] : new T[count];
        if (_lastShelf is not { } shelf || !shelf.IsFor(typeof(T[]), count, 0))
            _lastShelf = shelf = ArrayShelves.Mine.ForArrays<T>(count);
        if (_lentBytes + shelf.ArrayBytes > MostLentBytes)
            return new T[count];
        T[] array = (T[]?)shelf.Take() ?? new T[count];
        Lend(shelf, array);
        return array;
    }

    /// <summary>An array as from <c>new T[rows, columns]</c>, until the tape is returned.</summary>
    /// <exception cref="OverflowException"><paramref name="rows"/> or <paramref name="columns"/> is negative.</exception>
    public T[,] TakeMatrix<T>(int rows, int columns)
    {
        if (rows <= 0 || columns <= 0)
            return new T[rows, columns];
        if (_lastShelf is not { } shelf || !shelf.IsFor(typeof(T[,]), rows, columns))
            _lastShelf = shelf = ArrayShelves.Mine.ForMatrices<T>(rows, columns);
        if (_lentBytes + shelf.ArrayBytes > MostLentBytes)
            return new T[rows, columns];
        T[,] array = (T[,]?)shelf.Take() ?? new T[rows, columns];
        Lend(shelf, array);
        return array;
    }

    private void Lend(ArrayShelves.Shelf shelf, Array array)
    {
        if (_lentCount == _lent.Length)
            Array.Resize(ref _lent, Math.Max(16, 2 * _lentCount));
        _lent[_lentCount++] = (shelf, array);
        _lentBytes += shelf.ArrayBytes;
    }

    /// <summary>Takes all arrays back but the first ones.</summary>
    private void TakeBack(int kept)
    {
        while (_lentCount > kept)
        {
            ref (ArrayShelves.Shelf Shelf, Array Array) last = ref _lent[--_lentCount];
            _lentBytes -= last.Shelf.ArrayBytes;
            last.Shelf.Give(last.Array);
            last = default;
        }
    }
}
