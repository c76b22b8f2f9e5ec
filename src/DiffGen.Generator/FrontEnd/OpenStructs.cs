using System.Linq;
using Microsoft.CodeAnalysis;

namespace DiffGen.Generator.FrontEnd;

/// <summary>
/// Structs of other assemblies that hide nothing: whatever they store is a public field or automatic property that can be assigned, so that they can be
/// taken apart and put together without their source.
/// </summary>
internal static class OpenStructs
{
    public static bool Is(INamedTypeSymbol type)
    {
        if (type is not { TypeKind: TypeKind.Struct, IsTupleType: false, IsRefLikeType: false, SpecialType: SpecialType.None, DeclaringSyntaxReferences.IsEmpty: true } || IsOfFramework(type))
            return false;
        IFieldSymbol[] fields = [.. type.GetMembers().OfType<IFieldSymbol>().Where(field => !field.IsStatic)];
        return fields.Length > 0 && fields.All(IsOpen);
    }

    /// <summary>The automatic property that a field is the storage of, told by the name that the compiler gives it.</summary>
    public static IPropertySymbol? Property(IFieldSymbol field)
    {
        int end = field.Name.IndexOf(">k__BackingField", System.StringComparison.Ordinal);
        return end < 2 || field.Name[0] != '<' ? null : field.ContainingType.GetMembers(field.Name.Substring(1, end - 1)).OfType<IPropertySymbol>().FirstOrDefault();
    }

    private static bool IsOpen(IFieldSymbol field) => field is { DeclaredAccessibility: Accessibility.Public, IsReadOnly: false }
        || Property(field) is { GetMethod: { } getter, SetMethod: { } setter } && IsAutomatic(getter) && IsAutomatic(setter);

    // An accessor around the keyword field is not marked so.
    private static bool IsAutomatic(IMethodSymbol accessor) => accessor.DeclaredAccessibility == Accessibility.Public
        && accessor.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "CompilerGeneratedAttribute");

    private static bool IsOfFramework(INamedTypeSymbol type)
    {
        INamespaceSymbol? space = type.ContainingNamespace;
        while (space is { ContainingNamespace.IsGlobalNamespace: false })
            space = space.ContainingNamespace;
        return space is { Name: "System" or "Microsoft" };
    }
}
