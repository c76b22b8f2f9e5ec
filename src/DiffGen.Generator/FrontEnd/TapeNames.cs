using System.Linq;
using DiffGen.Generator.Differentiation;
using Microsoft.CodeAnalysis;

namespace DiffGen.Generator.FrontEnd;

/// <summary>The names of tape types: those of overloads get their parameter types as a suffix.</summary>
internal static class TapeNames
{
    /// <summary>Empty unless another method of the type has a tape with the same prefix.</summary>
    public static string Suffix(IMethodSymbol method, string prefix, KnownSymbols known)
    {
        IMethodSymbol self = method.PartialDefinitionPart ?? method;
        bool isShared = method.ContainingType.GetMembers().OfType<IMethodSymbol>()
            .Any(other => !SymbolEqualityComparer.Default.Equals(other, self) && HasTape(other, prefix, known));
        return isShared ? string.Concat(method.Parameters.Select(Text)) : "";
    }

    private static bool HasTape(IMethodSymbol method, string prefix, KnownSymbols known) =>
        method.GetAttributes().Concat(method.PartialImplementationPart?.GetAttributes() ?? []).Any(attribute => KnownSymbols.Same(attribute.AttributeClass, known.Differentiable)
            && attribute.ConstructorArguments is [{ Value: int flags }] && (flags & Abi.PullbackFlag) != 0
            && (attribute.NamedArguments.FirstOrDefault(argument => argument.Key == "Name").Value.Value as string ?? method.Name) == prefix);

    private static string Text(IParameterSymbol parameter) => (parameter.RefKind == RefKind.None ? "" : parameter.RefKind.ToString()) + Text(parameter.Type);

    // double[] is DoubleArray, Span<double> is DoubleSpan.
    private static string Text(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { Rank: 2 } array => Text(array.ElementType) + "Matrix",
        IArrayTypeSymbol array => Text(array.ElementType) + "Array",
        INamedTypeSymbol { IsTupleType: true } tuple => string.Concat(tuple.TupleElements.Select(element => Text(element.Type))) + "Tuple",
        INamedTypeSymbol { IsGenericType: true } generic => string.Concat(generic.TypeArguments.Select(Text)) + Letters(generic.Name),
        _ => Letters(type.Name),
    };

    private static string Letters(string name) => char.ToUpperInvariant(name[0]) + name.Substring(1);
}
