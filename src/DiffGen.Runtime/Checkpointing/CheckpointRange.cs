namespace DiffGen;

/// <summary>What <see cref="Checkpoint.Range"/> returns: counts without allocating.</summary>
public readonly struct CheckpointRange
{
    private readonly int _start;
    private readonly int _end;

    internal CheckpointRange(int start, int end) => (_start, _end) = (start, end);

    /// <summary>Starts counting.</summary>
    public Enumerator GetEnumerator() => new(_start, _end);

    /// <summary>Counts up by one.</summary>
    public struct Enumerator
    {
        private readonly int _end;
        private int _next;

        internal Enumerator(int start, int end) => (_next, _end) = (start, end);

        /// <summary>The current value; valid after <see cref="MoveNext"/> has returned true.</summary>
        public int Current { get; private set; }

        /// <summary>Goes to the next value, if there is one.</summary>
        public bool MoveNext()
        {
            if (_next >= _end)
                return false;
            Current = _next++;
            return true;
        }
    }
}
