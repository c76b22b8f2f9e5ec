namespace DiffGen.Generator.Ir;

/// <summary>Primitives between numbers and lanes, which no source program has.</summary>
internal static class LanePrimitives
{
    /// <summary>(start, stride), two <c>int</c>s: <c>start + l * stride</c> in lane <c>l</c>.</summary>
    public const string Ramp = "ramp";

    /// <summary>(lanes): the sum of all lanes, in any order.</summary>
    public const string Sum = "laneSum";

    /// <summary>(number, lanes): the number plus lane 0, plus lane 1, and so on.</summary>
    public const string AddInOrder = "addInOrder";

    /// <summary>(mask): whether any lane is set.</summary>
    public const string Any = "anyLane";
}
