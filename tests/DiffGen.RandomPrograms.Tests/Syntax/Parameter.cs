namespace DiffGen.RandomPrograms.Tests.Syntax;

/// <summary>
/// A parameter of a generated method. <paramref name="Length"/> is the length the driver gives a buffer of the entry method (rows and
/// columns alike for tables); helpers promise only a minimum.
/// </summary>
internal sealed record Parameter(string Name, string Type, string Modifier = "", int Length = 0)
{
    public bool IsBuffer => Type.EndsWith(']') || Type.Contains("Span<");

    public bool IsActive => Type is not ("int" or "bool");

    /// <summary>Handed over by value, so that its derivative is returned.</summary>
    public bool IsValue => !IsBuffer && Modifier is "" or "in";

    public override string ToString() => Modifier.Length > 0 ? $"{Modifier} {Type} {Name}" : $"{Type} {Name}";
}
