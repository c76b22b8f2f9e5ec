using System.Linq;
using Microsoft.CodeAnalysis;

namespace DiffGen.Generator.FrontEnd.Lowering;

/// <summary>Collections of the framework that give their elements by index in the order of their enumerators: lists and immutable arrays.</summary>
internal static class IndexedCollection
{
    /// <summary>The name of the property that counts the elements, or null if the type is no such collection.</summary>
    public static string? CountOf(ITypeSymbol type) => type is not INamedTypeSymbol { Arity: 1 } named || named.ContainingNamespace?.ToDisplayString().StartsWith("System.Collections.", System.StringComparison.Ordinal) != true
        ? null
        : named.Name switch
        {
            "List" or "IList" or "IReadOnlyList" or "ReadOnlyCollection" => "Count",
            "ImmutableArray" => "Length",
            _ => null,
        };

    public static ITypeSymbol? Element(ITypeSymbol type) => (type as INamedTypeSymbol)?.TypeArguments.FirstOrDefault();
}
