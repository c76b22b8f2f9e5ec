using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DiffGen.CompilerServices;

/// <summary>
/// The arrays that tapes of one thread have lent and got back, by type and size: what a derivative makes as real arrays, call after call, is made once.
/// </summary>
internal sealed class ArrayShelves
{
    /// <summary>What a thread keeps, in bytes. When more comes back, all of it is let go: sizes that are not asked for any more do not stay.</summary>
    public const long KeptBytes = 8 << 20;

    [ThreadStatic]
    private static ArrayShelves? t_mine;

    private readonly Dictionary<(Type Type, int Rows, int Columns), Shelf> _shelves = [];

    /// <summary>The shelves of this thread.</summary>
    public static ArrayShelves Mine => t_mine ??= new ArrayShelves();

    /// <summary>The bytes of the arrays that lie there, and of the shelves.</summary>
    public long Bytes { get; private set; }

    /// <summary>The shelf for <c>new T[count]</c>.</summary>
    public Shelf ForArrays<T>(int count) => Find<T>(typeof(T[]), count, 0, count);

    /// <summary>The shelf for <c>new T[rows, columns]</c>.</summary>
    public Shelf ForMatrices<T>(int rows, int columns) => Find<T>(typeof(T[,]), rows, columns, (long)rows * columns);

    private Shelf Find<T>(Type type, int rows, int columns, long count)
    {
        if (_shelves.TryGetValue((type, rows, columns), out Shelf? shelf))
            return shelf;
        if (Bytes + Shelf.OwnBytes > KeptBytes)
            LetGo();
        shelf = new Shelf(this, type, rows, columns, count * Unsafe.SizeOf<T>(), RuntimeHelpers.IsReferenceOrContainsReferences<T>());
        _shelves.Add((type, rows, columns), shelf);
        Bytes += Shelf.OwnBytes;
        return shelf;
    }

    private void LetGo()
    {
        // Tapes may still know a shelf.
        foreach (Shelf shelf in _shelves.Values)
            shelf.Close();
        _shelves.Clear();
        Bytes = 0;
    }

    /// <summary>The arrays of one type and size.</summary>
    internal sealed class Shelf(ArrayShelves owner, Type type, int rows, int columns, long elementBytes, bool holdsReferences)
    {
        /// <summary>About what a shelf takes without arrays.</summary>
        public const long OwnBytes = 256;

        // What an array takes beside its elements: many small ones count too.
        private const long HeaderBytes = 32;

        private readonly Stack<Array> _arrays = new();
        private bool _isClosed;

        /// <summary>The bytes of one array.</summary>
        public long ArrayBytes { get; } = elementBytes + HeaderBytes;

        private bool IsOpen => !_isClosed && ReferenceEquals(owner, t_mine);

        /// <summary>Whether this thread's arrays of that type and size lie here.</summary>
        public bool IsFor(Type wanted, int wantedRows, int wantedColumns) =>
            ReferenceEquals(type, wanted) && rows == wantedRows && columns == wantedColumns && IsOpen;

        /// <summary>Takes an array of zeros; null if there is none.</summary>
        public Array? Take()
        {
            if (!_arrays.TryPop(out Array? array))
                return null;
            owner.Bytes -= ArrayBytes;
            if (!holdsReferences)
                ZeroedMemory.Clear(MemoryMarshal.CreateSpan(ref MemoryMarshal.GetArrayDataReference(array), (int)elementBytes));
            return array;
        }

        /// <summary>Takes an array back. What comes back on another thread than it was lent on is left to the garbage collector.</summary>
        public void Give(Array array)
        {
            if (!IsOpen)
                return;
            if (owner.Bytes + ArrayBytes > KeptBytes)
            {
                owner.LetGo();
                return;
            }
            // At once, so that nothing that it led to lives on; numbers are cleared when they are taken, close to their next use.
            if (holdsReferences)
                Array.Clear(array);
            _arrays.Push(array);
            owner.Bytes += ArrayBytes;
        }

        public void Close()
        {
            _arrays.Clear();
            _isClosed = true;
        }
    }
}
