using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace DiffGen.Generator.FrontEnd.Generics;

/// <summary>The identity of a method with its type arguments: the documentation id of its definition, then those of the arguments.</summary>
internal static class InstanceKey
{
    private const char Open = '<', Separator = ';', Close = '>';

    public static string Of(IMethodSymbol method)
    {
        IMethodSymbol definition = method.OriginalDefinition;
        string key = definition.GetDocumentationCommentId() ?? definition.ToDisplayString();
        return SymbolEqualityComparer.Default.Equals(method, definition)
            ? key
            : key + Open + string.Join(Separator.ToString(), TypeSubstitution.AllArguments(method).Select(argument => DocumentationCommentId.CreateReferenceId(argument))) + Close;
    }

    /// <summary>The key of the definition.</summary>
    public static string Definition(string key) => key.IndexOf(Open) is >= 0 and int end ? key.Substring(0, end) : key;

    public static IMethodSymbol? Find(string key, Compilation compilation)
    {
        int open = key.IndexOf(Open);
        if (DocumentationCommentId.GetFirstSymbolForDeclarationId(Definition(key), compilation) is not IMethodSymbol definition || open < 0)
            return DocumentationCommentId.GetFirstSymbolForDeclarationId(key, compilation) as IMethodSymbol;
        var arguments = new Queue<ITypeSymbol>();
        foreach (string id in key.Substring(open + 1, key.Length - open - 2).Split(Separator))
        {
            if (DocumentationCommentId.GetFirstSymbolForReferenceId(id, compilation) is not ITypeSymbol argument)
                return null;
            arguments.Enqueue(argument);
        }
        return TypeSubstitution.AllArguments(definition).Count() == arguments.Count ? Construct(definition, arguments) : null;
    }

    /// <summary>A method with type arguments for itself and for the types around it, outermost first.</summary>
    public static IMethodSymbol Construct(IMethodSymbol definition, Queue<ITypeSymbol> arguments)
    {
        INamedTypeSymbol container = Construct(definition.ContainingType, arguments);
        IMethodSymbol member = SymbolEqualityComparer.Default.Equals(container, definition.ContainingType)
            ? definition
            : container.GetMembers(definition.Name).OfType<IMethodSymbol>().First(candidate => SymbolEqualityComparer.Default.Equals(candidate.OriginalDefinition, definition));
        return member.Arity == 0 ? member : member.Construct(Take(member.Arity, arguments));
    }

    private static INamedTypeSymbol Construct(INamedTypeSymbol type, Queue<ITypeSymbol> arguments)
    {
        INamedTypeSymbol definition = type.ContainingType is { } outer && Construct(outer, arguments) is var constructed && !SymbolEqualityComparer.Default.Equals(constructed, outer)
            ? constructed.GetTypeMembers(type.Name, type.Arity).First()
            : type;
        return definition.Arity == 0 ? definition : definition.Construct(Take(definition.Arity, arguments));
    }

    private static ITypeSymbol[] Take(int count, Queue<ITypeSymbol> arguments)
    {
        var taken = new ITypeSymbol[count];
        for (int i = 0; i < count; i++)
            taken[i] = arguments.Dequeue();
        return taken;
    }
}
