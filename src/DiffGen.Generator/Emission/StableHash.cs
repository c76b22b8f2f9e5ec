using System.Globalization;

namespace DiffGen.Generator.Emission;

/// <summary>A short tag that follows from a text alone, the same on every machine.</summary>
internal static class StableHash
{
    public static string Of(string text)
    {
        uint hash = 2166136261;
        foreach (char c in text)
            hash = unchecked((hash ^ c) * 16777619);
        return hash.ToString("x8", CultureInfo.InvariantCulture);
    }
}
