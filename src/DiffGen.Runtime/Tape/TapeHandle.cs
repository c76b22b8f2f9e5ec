using System;
using System.ComponentModel;

namespace DiffGen.CompilerServices;

/// <summary>
/// What the tape types that forward companions return are made of: a tape with the ticket that it was handed out with. Copies share
/// the tape. For generated code.
/// </summary>
/// <remarks>
/// <see cref="Dispose"/> changes the tape's ticket, so that every copy is known to be stale, also when the tape has found
/// another use. A tape whose handles are all dropped without <see cref="Dispose"/> is garbage like any other object.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct TapeHandle : IDisposable, IEquatable<TapeHandle>
{
    private readonly Tape? _tape;
    private readonly long _ticket;

    /// <summary>Keeps what the primal sweep has pushed onto <paramref name="tape"/>, which belongs to the handles from now on.</summary>
    public TapeHandle(Tape tape)
    {
        ArgumentNullException.ThrowIfNull(tape);
        _tape = tape;
        _ticket = tape.Retain();
    }

    /// <summary>The bytes of saved values and references, and the most workspace that sweeps have needed so far. Zero once it is disposed of.</summary>
    public long Bytes => _tape is { } tape && tape.IsOpen(_ticket) ? tape.RetainedBytesInUse : 0;

    /// <summary>The tape, for one sweep over it, until <see cref="Leave"/>.</summary>
    /// <exception cref="ObjectDisposedException">The handle or a copy of it was disposed of, or it is the default value.</exception>
    /// <exception cref="InvalidOperationException">Another sweep is under way.</exception>
    public Tape Enter()
    {
        if (_tape is null)
            Tape.ThrowDisposed();
        _tape.Enter(_ticket);
        return _tape;
    }

    /// <summary>Ends a sweep, however far it has come.</summary>
    public void Leave() => _tape?.Leave();

    /// <summary>Gives the memory back. A second time, on any copy, it does nothing.</summary>
    public void Dispose() => _tape?.Dispose(_ticket);

    /// <summary>Whether both are copies of one handle.</summary>
    public bool Equals(TapeHandle other) => _tape == other._tape && _ticket == other._ticket;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is TapeHandle other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_tape, _ticket);
}
