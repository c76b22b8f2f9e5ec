using System;
using System.Linq;

namespace DiffGen.Generator.FrontEnd.Formulas;

/// <summary>The static properties of <c>System.Numerics</c> types whose numbers are known here.</summary>
internal static class NumericsConstants
{
    /// <summary>The numbers of a constant, or null for one that is not made of numbers.</summary>
    public static float[]? Find(string type, string property)
    {
        int count = NumericsTable.CountOf(type);
        int columns = type == "Matrix3x2" ? 2 : 4;
        return property switch
        {
            "Identity" when type == "Quaternion" => [0, 0, 0, 1],
            "Identity" => Enumerable.Range(0, count).Select(i => i / columns == i % columns ? 1f : 0f).ToArray(),
            "UnitX" or "UnitY" or "UnitZ" or "UnitW" => Enumerable.Range(0, count).Select(i => "XYZW"[i] == property[4] ? 1f : 0f).ToArray(),
            _ => Single(property) is { } number ? Enumerable.Repeat(number, count).ToArray() : null,
        };
    }

    private static float? Single(string property) => property switch
    {
        "Zero" => 0f,
        "One" => 1f,
        "E" => (float)Math.E,
        "Pi" => (float)Math.PI,
        "Tau" => (float)(2 * Math.PI),
        "Epsilon" => float.Epsilon,
        "NaN" => float.NaN,
        "NegativeZero" => -0f,
        "PositiveInfinity" => float.PositiveInfinity,
        "NegativeInfinity" => float.NegativeInfinity,
        _ => null,
    };
}
