using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DiffGen.Generator.FrontEnd;

/// <summary>
/// Marked local functions. Those of a top-level program have companions in a part of <c>Program</c>, which cannot call them: the function's own
/// code is printed there too, as the derived methods are that no user wrote. All others live where nothing can be added.
/// </summary>
internal static class LocalFunctions
{
    // Methods with this sign in their key are printed where they are called undifferentiated.
    private const string KeySuffix = "|local";

    public static bool IsTopLevel(IMethodSymbol method) =>
        method is { MethodKind: MethodKind.LocalFunction, ContainingSymbol: IMethodSymbol { Name: "<Main>$", ContainingType: { ContainingType: null, ContainingNamespace.IsGlobalNamespace: true } } };

    /// <summary>An instance method; a local function has no receiver of its own even where it is not static.</summary>
    public static bool HasReceiver(this IMethodSymbol method) => !method.IsStatic && method.MethodKind != MethodKind.LocalFunction;

    public static string Key(IMethodSymbol method) =>
        $"M:{method.ContainingType.Name}.{method.Name}({string.Join(",", method.Parameters.Select(parameter => parameter.Type.ToDisplayString()))}){KeySuffix}";

    /// <summary>Why a marked local function has no companions, or null.</summary>
    public static string? WhyNot(IMethodSymbol method, SemanticModelCache models)
    {
        if (!IsTopLevel(method))
            return $"it belongs to '{CSharpText.Short(method.ContainingSymbol)}', into which nothing can be generated";
        return Captured(method, models, new HashSet<ISymbol>(SymbolEqualityComparer.Default)) is { } captured
            ? $"it uses '{captured.Name}' of the program around it; pass it as a parameter"
            : null;
    }

    // What the function, or a local function that it calls, reads or writes outside of itself.
    private static ISymbol? Captured(IMethodSymbol function, SemanticModelCache models, HashSet<ISymbol> seen)
    {
        if (!seen.Add(function) || MethodBody.Get(function, models) is not { } body)
            return null;
        foreach (IOperation operation in body.DescendantsAndSelf())
        {
            ISymbol? outside = operation switch
            {
                ILocalReferenceOperation { Local: { IsConst: false } local } when !IsWithin(local, function) => local,
                IParameterReferenceOperation { Parameter: var parameter } when !IsWithin(parameter, function) => parameter,
                IInvocationOperation { TargetMethod: { MethodKind: MethodKind.LocalFunction } called } => Captured(called, models, seen),
                IMethodReferenceOperation { Method: { MethodKind: MethodKind.LocalFunction } named } => Captured(named, models, seen),
                _ => null,
            };
            if (outside is not null)
                return outside;
        }
        return null;
    }

    private static bool IsWithin(ISymbol symbol, IMethodSymbol function)
    {
        for (ISymbol? around = symbol.ContainingSymbol; around is not null; around = around.ContainingSymbol)
        {
            if (SymbolEqualityComparer.Default.Equals(around, function))
                return true;
        }
        return false;
    }
}
