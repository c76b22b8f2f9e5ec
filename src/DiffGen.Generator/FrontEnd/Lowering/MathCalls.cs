using System.Collections.Generic;
using DiffGen.Generator.Ir;
using DiffGen.Generator.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DiffGen.Generator.FrontEnd.Lowering;

/// <summary>Static methods of <c>Math</c>, <c>MathF</c>, <c>double</c> and <c>float</c>: primitives of the rule table.</summary>
internal static class MathCalls
{
    public static IrValue[]? TryLower(LoweringContext context, IOperation call, IMethodSymbol method, IReadOnlyList<IArgumentOperation> given, string name)
    {
        if (!method.IsStatic || Host(method.ContainingType) is not { } host)
            return null;
        var parameterTypes = new string[method.Parameters.Length];
        bool hasFloat = false;
        for (int i = 0; i < parameterTypes.Length; i++)
        {
            ITypeSymbol type = method.Parameters[i].Type;
            hasFloat |= type.SpecialType is SpecialType.System_Double or SpecialType.System_Single;
            parameterTypes[i] = type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
        }
        if (!PrimitiveTable.TryResolve(host, method.Name, parameterTypes, out IReadOnlyList<Primitive> components))
            return hasFloat && method.ReturnType.SpecialType is SpecialType.System_Boolean or SpecialType.System_Int32 ? Test(context, call, method, given, name) : null;
        if (Arguments(context, method, given) is not { } arguments)
            return null;
        if (components.Count == 1)
            return [context.Apply(call, components[0].Name, context.Shape(method.ReturnType, call.Syntax).Type, name, arguments)];
        var results = new IrValue[components.Count];
        TypeShape shape = context.Shape(method.ReturnType, call.Syntax);
        for (int i = 0; i < results.Length; i++)
            results[i] = context.Apply(call, components[i].Name, shape.Leaves[i].Type, name.Length == 0 ? "" : name + shape.Leaves[i].Suffix, arguments);
        return results;
    }

    // double.IsNaN and its like: no derivative, like comparisons.
    private static IrValue[]? Test(LoweringContext context, IOperation call, IMethodSymbol method, IReadOnlyList<IArgumentOperation> given, string name)
    {
        if (Arguments(context, method, given) is not { } arguments)
            return null;
        var placeholders = new string[arguments.Length];
        for (int i = 0; i < placeholders.Length; i++)
            placeholders[i] = "{" + i + "}";
        string template = $"{CSharpText.StaticMember(method)}({string.Join(", ", placeholders)})";
        return Foreign.Value(context, call, template, arguments, isPure: true, isAccessible: true, stops: true, name);
    }

    private static IrValue[]? Arguments(LoweringContext context, IMethodSymbol method, IReadOnlyList<IArgumentOperation> given)
    {
        var values = new IrValue[method.Parameters.Length];
        foreach (IArgumentOperation argument in given)
        {
            if (argument.Parameter!.RefKind is RefKind.Ref or RefKind.Out)
                return null;
            values[argument.Parameter.Ordinal] = Expressions.Value(context, argument.Value);
        }
        return values;
    }

    private static string? Host(INamedTypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Double => "double",
        SpecialType.System_Single => "float",
        _ => type is { Name: "Math" or "MathF", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } ? type.Name : null,
    };
}
