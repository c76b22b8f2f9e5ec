using System.Linq;
using Microsoft.CodeAnalysis;

namespace DiffGen.Cases.Tests.Driving;

/// <summary>A parameter of the method under test, as the contract classifies it.</summary>
/// <param name="Symbol">The declared parameter.</param>
/// <param name="IsActive">Whether a derivative belongs to it.</param>
internal sealed record CaseParameter(IParameterSymbol Symbol, bool IsActive)
{
    /// <summary>The name as code spells it.</summary>
    public string Name => Microsoft.CodeAnalysis.CSharp.SyntaxFacts.GetKeywordKind(Symbol.Name) == Microsoft.CodeAnalysis.CSharp.SyntaxKind.None
        ? Symbol.Name
        : "@" + Symbol.Name;

    /// <summary>The driver's field for its argument.</summary>
    public string Field => "arg_" + Symbol.Name;

    public bool IsOut => Symbol.RefKind == RefKind.Out;

    public bool IsRef => Symbol.RefKind == RefKind.Ref;

    public bool IsIn => Symbol.RefKind is RefKind.In or RefKind.RefReadOnlyParameter;

    public bool IsBuffer => Symbol.Type is IArrayTypeSymbol || IsSpan(Symbol.Type);

    /// <summary>Its derivative is part of what the gradient companions return.</summary>
    public bool IsActiveValue => IsActive && !IsBuffer && !IsRef && !IsOut;

    /// <summary>Its derivative is written to an argument of the reverse companions.</summary>
    public bool IsActiveDestination => IsActive && (IsBuffer || IsRef);

    /// <summary>It carries numbers out as well as in.</summary>
    public bool IsActiveOutput => IsActive && (IsBuffer || IsRef || IsOut);

    /// <summary>The type of the driver's field: an array in place of a span.</summary>
    public string FieldType => IsSpan(Symbol.Type)
        ? ((INamedTypeSymbol)Symbol.Type).TypeArguments[0].ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) + "[]"
        : Symbol.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    /// <summary>How a primal argument is passed.</summary>
    public string PrimalArgument(string arguments) => Symbol.RefKind switch
    {
        RefKind.Out => "out " + arguments + "." + Field,
        RefKind.Ref => "ref " + arguments + "." + Field,
        RefKind.In or RefKind.RefReadOnlyParameter => "in " + arguments + "." + Field,
        _ => arguments + "." + Field,
    };

    public static bool IsSpan(ITypeSymbol type) => type is INamedTypeSymbol { Name: "Span" or "ReadOnlySpan", TypeArguments.Length: 1 };

    /// <summary>Whether derivatives can flow through a value of the type.</summary>
    public static bool IsActiveType(ITypeSymbol type) => type switch
    {
        { SpecialType: SpecialType.System_Double or SpecialType.System_Single } => true,
        { SpecialType: not SpecialType.None } => false,
        { Name: "Half", ContainingNamespace.Name: "System" } => true,
        IArrayTypeSymbol array => IsActiveType(array.ElementType),
        INamedTypeSymbol span when IsSpan(span) => IsActiveType(span.TypeArguments[0]),
        INamedTypeSymbol { TypeKind: TypeKind.Struct } value => value.GetMembers().OfType<IFieldSymbol>()
            .Any(f => !f.IsStatic && !IsHeldConstant(f) && !(f.AssociatedSymbol is { } property && IsHeldConstant(property)) && IsActiveType(f.Type)),
        _ => false,
    };

    /// <summary>Whether every number of the type that a derivative flows through is of single precision.</summary>
    public static bool IsSingleOnly(ITypeSymbol type) => type switch
    {
        { SpecialType: SpecialType.System_Double } => false,
        { SpecialType: not SpecialType.None } => true,
        IArrayTypeSymbol array => IsSingleOnly(array.ElementType),
        INamedTypeSymbol span when IsSpan(span) => IsSingleOnly(span.TypeArguments[0]),
        INamedTypeSymbol { TypeKind: TypeKind.Struct } value => value.GetMembers().OfType<IFieldSymbol>()
            .All(f => f.IsStatic || IsHeldConstant(f) || (f.AssociatedSymbol is { } property && IsHeldConstant(property)) || IsSingleOnly(f.Type)),
        _ => true,
    };

    public static bool IsHeldConstant(ISymbol symbol) => symbol.GetAttributes().Any(a => a.AttributeClass?.Name == "NoDerivativeAttribute");
}
