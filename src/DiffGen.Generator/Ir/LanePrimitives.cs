namespace DiffGen.Generator.Ir;

/// <summary>Primitives between numbers and lanes, which no source program has.</summary>
internal static class LanePrimitives
{
    /// <summary>(start, stride), two <c>int</c>s: <c>start + l * stride</c> in lane <c>l</c>.</summary>
    public const string Ramp = "ramp";

    /// <summary>(lanes): the sum of all lanes, in any order.</summary>
    public const string Sum = "laneSum";

    /// <summary>(lanes): <c>Math.Max</c> of all lanes.</summary>
    public const string Max = "laneMax";

    /// <summary>(lanes): <c>Math.Min</c> of all lanes.</summary>
    public const string Min = "laneMin";

    /// <summary>(number, lanes): the number plus lane 0, plus lane 1, and so on.</summary>
    public const string AddInOrder = "addInOrder";

    /// <summary>(mask): whether any lane is set.</summary>
    public const string Any = "anyLane";

    /// <summary>(lanes, places): the number of the lane with the greatest number, of those the one with the smallest place. What is not a number is not looked at.</summary>
    public const string GreatestLane = "greatestLane";

    /// <summary>(lanes, places): the number of the lane with the least number, of those the one with the smallest place. What is not a number is not looked at.</summary>
    public const string LeastLane = "leastLane";

    /// <summary>(number of a lane, lanes): what that lane has, a number, an integer or a condition.</summary>
    public const string Element = "laneElement";

    /// <summary>(number of the best lane, places, conditions, lanes): whether the condition of a lane with the best number is set, or two lanes have found that number.</summary>
    public const string IsShared = "isShared";

    /// <summary>Whether the primitive makes one value of all lanes.</summary>
    public static bool IsReduction(string primitive) => primitive is Sum or Max or Min or AddInOrder or Any or GreatestLane or LeastLane or Element or IsShared;
}
