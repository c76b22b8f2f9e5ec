using System;
using System.Globalization;

namespace DiffGen.Generator.Differentiation;

/// <summary>The key under which a companion is called inside a marked method.</summary>
/// <param name="Base">Key of the method that it is a companion of.</param>
/// <param name="Request">Which attribute of that method asks for it.</param>
internal sealed record CompanionKey(string Base, int Request, CompanionKind Kind)
{
    private const char Separator = '|';

    /// <summary>Whether differentiable code may call companions of this kind.</summary>
    public static bool IsSupported(CompanionKind kind) => kind is CompanionKind.Jvp or CompanionKind.Vjp or CompanionKind.Hvp
        or CompanionKind.Gradient or CompanionKind.ValueAndGradient or CompanionKind.AllocatingGradient or CompanionKind.AllocatingValueAndGradient;

    /// <summary>The parts of a callee's key, or null if it is that of an ordinary method.</summary>
    public static CompanionKey? Parse(string key)
    {
        string[] parts = key.Split(Separator);
        return parts.Length == 3 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int request) && Enum.TryParse(parts[2], out CompanionKind kind)
            ? new CompanionKey(parts[0], request, kind)
            : null;
    }

    public override string ToString() => Base + Separator + Request.ToString(CultureInfo.InvariantCulture) + Separator + Kind;
}
