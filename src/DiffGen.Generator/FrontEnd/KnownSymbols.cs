using System.Linq;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;

namespace DiffGen.Generator.FrontEnd;

/// <summary>The types that the front end knows by name; one per compilation.</summary>
internal sealed class KnownSymbols
{
    private readonly INamedTypeSymbol? _span;
    private readonly INamedTypeSymbol? _readOnlySpan;

    public KnownSymbols(Compilation compilation)
    {
        Compilation = compilation;
        _span = compilation.GetTypeByMetadataName("System.Span`1");
        _readOnlySpan = compilation.GetTypeByMetadataName("System.ReadOnlySpan`1");
        MemoryExtensions = compilation.GetTypeByMetadataName("System.MemoryExtensions");
        Differentiable = compilation.GetTypeByMetadataName("DiffGen.DifferentiableAttribute");
        NoDerivative = compilation.GetTypeByMetadataName("DiffGen.NoDerivativeAttribute");
        Diff = compilation.GetTypeByMetadataName("DiffGen.Diff");
        Checkpoint = compilation.GetTypeByMetadataName("DiffGen.Checkpoint");
    }

    public Compilation Compilation { get; }

    public INamedTypeSymbol? MemoryExtensions { get; }

    public INamedTypeSymbol? Differentiable { get; }

    public INamedTypeSymbol? NoDerivative { get; }

    public INamedTypeSymbol? Diff { get; }

    public INamedTypeSymbol? Checkpoint { get; }

    public BufferKind? SpanKind(INamedTypeSymbol type)
    {
        if (!type.IsRefLikeType || type.Arity != 1)
            return null;
        INamedTypeSymbol definition = type.OriginalDefinition;
        if (Same(definition, _span))
            return BufferKind.Span;
        return Same(definition, _readOnlySpan) ? BufferKind.ReadOnlySpan : null;
    }

    public bool IsMarked(ISymbol member) => Has(member, Differentiable);

    /// <summary>The method is marked, or is an accessor of a marked property.</summary>
    public bool IsMarkedMethod(IMethodSymbol method) =>
        IsMarked(method) || (method.AssociatedSymbol is IPropertySymbol property && IsMarked(property))
        || (ExtensionMembers.Declared(method) is { } member && IsMarkedMethod(member));

    /// <summary>What carries the mark of a marked method: itself, its property, or the member of an <c>extension</c> block that it implements.</summary>
    public ISymbol MarkOf(IMethodSymbol method)
    {
        method = ExtensionMembers.Declared(method) ?? method;
        return !IsMarked(method) && method.AssociatedSymbol is IPropertySymbol property ? property : method;
    }

    public bool IsNoDerivative(ISymbol member) => Has(member, NoDerivative);

    /// <summary>An attribute of DiffGen by its short name, without the suffix.</summary>
    public static bool HasDiffGenAttribute(ISymbol member, string name) =>
        member.GetAttributes().Any(attribute => attribute.AttributeClass is { ContainingNamespace: { Name: "DiffGen", ContainingNamespace.IsGlobalNamespace: true } } type
            && type.Name == name + "Attribute");

    public static bool Same(ISymbol? left, ISymbol? right) => right is not null && SymbolEqualityComparer.Default.Equals(left, right);

    private static bool Has(ISymbol member, INamedTypeSymbol? attributeType)
    {
        foreach (AttributeData attribute in member.GetAttributes())
        {
            if (Same(attribute.AttributeClass, attributeType))
                return true;
        }
        return false;
    }
}
