using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DiffGen.Generator.FrontEnd;

/// <summary>
/// Members of <c>extension</c> blocks. The compiler adds a static method to the enclosing class for each, with the receiver as first parameter:
/// everything behind the declaration speaks of that method.
/// </summary>
internal static class ExtensionMembers
{
    public static bool IsIn(ISymbol member) => member.ContainingType is { TypeKind: TypeKind.Extension };

    /// <summary>The static method that does what the member does; any other method is its own.</summary>
    public static IMethodSymbol Implementation(IMethodSymbol member)
    {
        if (!IsIn(member) || member.ContainingType.ContainingType is not { } container)
            return member;
        IMethodSymbol[] candidates = [.. container.GetMembers(member.Name).OfType<IMethodSymbol>().Where(candidate => IsImplementation(candidate, member))];
        return candidates.FirstOrDefault(candidate => IsSamePlace(candidate, member)) ?? (candidates.Length == 1 ? candidates[0] : member);
    }

    /// <summary>The member that a method is the implementation of, or null.</summary>
    public static IMethodSymbol? Declared(IMethodSymbol implementation) => !implementation.IsStatic || !implementation.IsImplicitlyDeclared
        ? null
        : implementation.ContainingType.GetMembers().OfType<INamedTypeSymbol>().Where(type => type.TypeKind == TypeKind.Extension)
            .SelectMany(type => type.GetMembers(implementation.Name)).OfType<IMethodSymbol>().FirstOrDefault(member => IsSamePlace(implementation, member));

    /// <summary>The parameter of the block, by which the bodies of its members name the receiver; null for static members.</summary>
    public static IParameterSymbol? Receiver(IMethodSymbol member, SemanticModelCache models) =>
        !member.IsStatic && member.ContainingType.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is TypeDeclarationSyntax { ParameterList.Parameters: [var parameter] }
            ? models.Model(parameter.SyntaxTree).GetDeclaredSymbol(parameter) as IParameterSymbol
            : null;

    private static bool IsImplementation(IMethodSymbol candidate, IMethodSymbol member)
    {
        int first = member.IsStatic ? 0 : 1;
        return candidate.IsStatic && candidate.Parameters.Length == member.Parameters.Length + first
            && member.Parameters.All(parameter => SymbolEqualityComparer.Default.Equals(parameter.Type, candidate.Parameters[parameter.Ordinal + first].Type));
    }

    private static bool IsSamePlace(IMethodSymbol left, IMethodSymbol right) =>
        left.DeclaringSyntaxReferences.FirstOrDefault() is { } place && right.DeclaringSyntaxReferences.FirstOrDefault() is { } other
        && place.SyntaxTree == other.SyntaxTree && place.Span == other.Span;
}
