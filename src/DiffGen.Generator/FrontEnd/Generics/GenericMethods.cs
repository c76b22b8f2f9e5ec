using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace DiffGen.Generator.FrontEnd.Generics;

/// <summary>Generic methods are lowered once for each set of type arguments. Their companions are generic too and choose among the sets of one table.</summary>
internal static class GenericMethods
{
    private const string NumberNamespace = "System.Numerics";

    // Calls whose type arguments grow without end would be lowered without end.
    private const int MaxDepth = 8;

    /// <summary>The types that companions of generic methods are made for.</summary>
    private static readonly SpecialType[] Numbers = [SpecialType.System_Double, SpecialType.System_Single];

    /// <summary>The method speaks of type parameters that nothing is given for, its own or those of a type around it.</summary>
    public static bool IsDefinition(IMethodSymbol method)
    {
        if (!SymbolEqualityComparer.Default.Equals(method, method.OriginalDefinition) || !TypeSubstitution.AllArguments(method).Any())
            return false;
        return method.IsGenericMethod || !method.IsStatic || Mentions(method, [.. TypeSubstitution.AllArguments(method).Select(argument => argument.Name)]);
    }

    // What stands in a generic type without a word of its type parameters is the same for all of them.
    private static bool Mentions(IMethodSymbol method, HashSet<string> names) => method.DeclaringSyntaxReferences.Length == 0
        || method.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax().DescendantTokens().Any(token => names.Contains(token.ValueText)));

    public static bool IsInstance(IMethodSymbol method) => !SymbolEqualityComparer.Default.Equals(method, method.OriginalDefinition);

    /// <summary>Some type argument nests more deeply than anything that is meant.</summary>
    public static bool IsTooDeep(IMethodSymbol method) => TypeSubstitution.AllArguments(method).Any(argument => Depth(argument) > MaxDepth);

    /// <summary>
    /// The methods that the companions of a generic one choose among: each type parameter stands for <c>double</c> or <c>float</c>. None
    /// where some type parameter is no number by its constraints.
    /// </summary>
    public static IReadOnlyList<IMethodSymbol> Instances(IMethodSymbol definition, Compilation compilation)
    {
        ITypeParameterSymbol[] parameters = [.. TypeSubstitution.AllArguments(definition).OfType<ITypeParameterSymbol>()];
        IEnumerable<ITypeSymbol[]> sets = [[]];
        foreach (ITypeParameterSymbol _ in parameters)
            sets = sets.SelectMany(set => Numbers.Select(number => (ITypeSymbol[])[.. set, compilation.GetSpecialType(number)]));
        return parameters.Length > 2 || !parameters.All(IsNumber)
            ? []
            : [.. sets.Where(set => Fits(parameters, set, compilation)).Select(set => InstanceKey.Construct(definition, new Queue<ITypeSymbol>(set)))];
    }

    /// <summary>Whether the companions of the generic method may lead to this instance.</summary>
    public static bool IsRoot(IMethodSymbol instance, Compilation compilation) =>
        Instances(instance.OriginalDefinition, compilation).Any(root => SymbolEqualityComparer.Default.Equals(root, instance));

    private static bool IsNumber(ITypeParameterSymbol parameter) =>
        parameter.ConstraintTypes.Any(constraint => constraint.ContainingNamespace?.ToDisplayString() == NumberNamespace);

    private static bool Fits(ITypeParameterSymbol[] parameters, ITypeSymbol[] arguments, Compilation compilation)
    {
        for (int i = 0; i < parameters.Length; i++)
        {
            if (parameters[i].HasReferenceTypeConstraint)
                return false;
            foreach (ITypeSymbol constraint in parameters[i].ConstraintTypes)
            {
                ITypeSymbol wanted = TypeSubstitution.For(parameters, arguments, compilation).Of(constraint);
                if (wanted.TypeKind != TypeKind.Interface || !arguments[i].AllInterfaces.Any(candidate => SymbolEqualityComparer.Default.Equals(candidate, wanted)))
                    return false;
            }
        }
        return true;
    }

    private static int Depth(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => 1 + Depth(array.ElementType),
        INamedTypeSymbol { TypeArguments: { IsEmpty: false } arguments } => 1 + arguments.Max(Depth),
        _ => 0,
    };
}
