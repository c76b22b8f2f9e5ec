namespace DiffGen.Generator.Ir;

/// <summary>
/// A value that is assigned exactly once. Identity is <paramref name="Id"/>, unique within a method.
/// </summary>
/// <param name="Name">The user's variable that this value is a version of, or a suggestion; empty for a temporary.</param>
internal sealed record IrValue(int Id, IrType Type, string Name)
{
    public override int GetHashCode() => Id;

    public override string ToString() => Name.Length == 0 ? $"%{Id}" : $"%{Name}.{Id}";
}

/// <summary>Two buffers given to a function that are known to have the same length.</summary>
internal readonly record struct SameLength(IrValue Destination, IrValue Buffer);
