using System.Collections.Generic;

namespace DiffGen.RandomPrograms.Tests.Generation;

/// <summary>What the methods of one program share.</summary>
internal sealed class ProgramContext
{
    private int _id;

    /// <summary>float takes part.</summary>
    public bool Float { get; init; }

    /// <summary>Structs and tuples take part.</summary>
    public bool Composites { get; init; }

    /// <summary>Buffers are long enough for loops to run several iterations at once.</summary>
    public bool Long { get; init; }

    public List<Helper> Helpers { get; } = [];

    public int NextId() => ++_id;
}
