using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace DiffGen.Generator.FrontEnd.Generics;

/// <summary>What the type parameters of a generic method or type stand for.</summary>
internal sealed class TypeSubstitution
{
    public static readonly TypeSubstitution None = new(null!, []);

    private readonly Compilation _compilation;
    private readonly Dictionary<ITypeParameterSymbol, ITypeSymbol> _arguments;

    private TypeSubstitution(Compilation compilation, Dictionary<ITypeParameterSymbol, ITypeSymbol> arguments)
    {
        _compilation = compilation;
        _arguments = arguments;
    }

    public bool IsEmpty => _arguments.Count == 0;

    /// <summary>The substitution that makes a method out of its definition.</summary>
    public static TypeSubstitution Of(IMethodSymbol method, Compilation compilation) => Of(method, method.OriginalDefinition, compilation);

    /// <param name="definition">The part of the definition that is looked at, for a partial method.</param>
    public static TypeSubstitution Of(IMethodSymbol method, IMethodSymbol definition, Compilation compilation) =>
        SymbolEqualityComparer.Default.Equals(method, method.OriginalDefinition)
            ? None
            : new(compilation, Arguments(definition.TypeParameters, method.TypeArguments, method.ContainingType));

    public static TypeSubstitution For(IReadOnlyList<ITypeParameterSymbol> parameters, IReadOnlyList<ITypeSymbol> arguments, Compilation compilation) =>
        new(compilation, Arguments(parameters, arguments, null));

    /// <summary>With the type arguments of a local function besides.</summary>
    public TypeSubstitution With(IMethodSymbol local, Compilation compilation)
    {
        if (local.TypeArguments.IsEmpty)
            return this;
        var arguments = new Dictionary<ITypeParameterSymbol, ITypeSymbol>(_arguments, SymbolEqualityComparer.Default);
        for (int i = 0; i < local.TypeArguments.Length; i++)
            arguments[local.OriginalDefinition.TypeParameters[i]] = Of(local.TypeArguments[i]);
        return new(compilation, arguments);
    }

    /// <summary>All type arguments of a method and of the types around it, outermost first.</summary>
    public static IEnumerable<ITypeSymbol> AllArguments(IMethodSymbol method)
    {
        var containers = new Stack<INamedTypeSymbol>();
        for (INamedTypeSymbol? type = method.ContainingType; type is not null; type = type.ContainingType)
            containers.Push(type);
        return containers.SelectMany(type => type.TypeArguments).Concat(method.TypeArguments);
    }

    public ITypeSymbol Of(ITypeSymbol type)
    {
        if (IsEmpty)
            return type;
        switch (type)
        {
            case ITypeParameterSymbol parameter:
                return _arguments.TryGetValue(parameter.OriginalDefinition, out ITypeSymbol argument) ? argument : type;
            case IArrayTypeSymbol array:
                return _compilation.CreateArrayTypeSymbol(Of(array.ElementType), array.Rank);
            case INamedTypeSymbol { IsTupleType: true } tuple:
                return _compilation.CreateTupleTypeSymbol([.. tuple.TupleElements.Select(element => Of(element.Type))]);
            case INamedTypeSymbol named:
                return Of(named);
            default:
                return type;
        }
    }

    public IMethodSymbol Of(IMethodSymbol method)
    {
        if (IsEmpty || method.ContainingType is null || method.MethodKind is MethodKind.LocalFunction or MethodKind.AnonymousFunction or MethodKind.BuiltinOperator)
            return method;
        IMethodSymbol member = Member(method.ConstructedFrom);
        return member.TypeParameters.IsEmpty ? member : member.Construct([.. method.TypeArguments.Select(Of)]);
    }

    /// <summary>A field or property of a type that the substitution changes.</summary>
    public T Member<T>(T member)
        where T : class, ISymbol
    {
        if (IsEmpty || member.ContainingType is not { } container || Of((ITypeSymbol)container) is not INamedTypeSymbol type || SymbolEqualityComparer.Default.Equals(type, container))
            return member;
        return type.GetMembers(member.Name).OfType<T>().FirstOrDefault(candidate => SymbolEqualityComparer.Default.Equals(candidate.OriginalDefinition, member.OriginalDefinition)) ?? member;
    }

    private INamedTypeSymbol Of(INamedTypeSymbol named)
    {
        if (named.ContainingType is null && named.TypeArguments.IsEmpty)
            return named;
        INamedTypeSymbol definition = named.OriginalDefinition;
        if (named.ContainingType is { } container && Of(container) is { } outer && !SymbolEqualityComparer.Default.Equals(outer, container.OriginalDefinition))
            definition = outer.GetTypeMembers(named.Name, named.Arity).FirstOrDefault() ?? definition;
        return named.TypeArguments.IsEmpty ? definition : definition.Construct([.. named.TypeArguments.Select(Of)]);
    }

    private static Dictionary<ITypeParameterSymbol, ITypeSymbol> Arguments(IReadOnlyList<ITypeParameterSymbol> parameters, IReadOnlyList<ITypeSymbol> given, INamedTypeSymbol? container)
    {
        var arguments = new Dictionary<ITypeParameterSymbol, ITypeSymbol>(SymbolEqualityComparer.Default);
        for (int i = 0; i < parameters.Count; i++)
            arguments[parameters[i]] = given[i];
        for (; container is not null; container = container.ContainingType)
        {
            for (int i = 0; i < container.TypeArguments.Length; i++)
                arguments[container.OriginalDefinition.TypeParameters[i]] = container.TypeArguments[i];
        }
        return arguments;
    }
}
