using Microsoft.CodeAnalysis;

namespace DiffGen.Generator.FrontEnd.Lowering;

/// <summary>Which methods of the framework are known to have no effects and to depend on their arguments alone.</summary>
internal static class Purity
{
    public static bool IsPure(IMethodSymbol method)
    {
        INamedTypeSymbol type = method.ContainingType;
        if (type.SpecialType == SpecialType.System_Enum)
            return method.Name == "HasFlag";
        if (type.SpecialType is SpecialType.System_Object or SpecialType.System_ValueType)
            return false;
        if (TypeMapper.Scalar(type.SpecialType) is not null || type.SpecialType == SpecialType.System_String)
            return true;
        if (type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
            return true;
        return type.ContainingNamespace is { Name: "System", ContainingNamespace.IsGlobalNamespace: true } && type.Name is "Math" or "MathF" or "BitConverter" or "Convert" or "Half" or "Decimal" or "TimeSpan" or "Index" or "Range"
            || type is { Name: "BitOperations", ContainingNamespace.Name: "Numerics" };
    }
}
