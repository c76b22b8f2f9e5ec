using System;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Differentiation;

/// <summary>Which parameters and results of a core are directions, or depend on them: they come in lanes.</summary>
internal sealed record WideningForm(EquatableArray<bool> Parameters, EquatableArray<bool> Results);

/// <summary>What depends on the directions in a way that lanes cannot follow: the directions are then taken one at a time.</summary>
internal sealed class UnwidenableException(string reason) : Exception(reason);

/// <summary>How many directions go through a core at once. One is no vector: the types stay what they are. None is a search for the pattern.</summary>
internal readonly record struct LaneWidth(int Count)
{
    private const int MostBits = 512, LeastBits = 64;

    /// <summary>Derivatives become the sets of the inputs that they depend on.</summary>
    public static readonly LaneWidth Sets = new(0);

    /// <summary>Derivatives become power series.</summary>
    public static readonly LaneWidth Series = new(-1);

    public bool IsSets => Count == 0;

    public bool IsSeries => Count < 0;

    /// <summary>The type of a derivative of this kind.</summary>
    /// <exception cref="UnwidenableException">No vector has that many elements of that size.</exception>
    public IrType TypeOf(ScalarKind kind)
    {
        if (Count == 1)
            return new ScalarType(kind);
        if (IsSets)
            return LaneType.IndexSet;
        if (IsSeries)
            return LaneType.SeriesOf(kind);
        var lanes = new LaneType(kind, Count);
        return lanes.Bits is >= LeastBits and <= MostBits ? lanes : throw new UnwidenableException($"no vector holds {Count} numbers of kind {kind}");
    }
}
