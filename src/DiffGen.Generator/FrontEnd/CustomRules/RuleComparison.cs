using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;

namespace DiffGen.Generator.FrontEnd.CustomRules;

/// <summary>Compares a method that a rule names with the signature that it must have. The names of parameters and tuple elements are free.</summary>
internal static class RuleComparison
{
    /// <summary>The first difference, as the end of a sentence about the method; null if there is none.</summary>
    public static string? WhyNot(IMethodSymbol found, Companion wanted, IMethodSymbol primal, IrSignature signature)
    {
        for (int i = 0; i < wanted.Parameters.Length; i++)
        {
            CompanionParameter expected = wanted.Parameters[i];
            if (i >= found.Parameters.Length)
                return $"which has no parameter {i + 1}; it must be '{Text(expected)}'";
            IParameterSymbol given = found.Parameters[i];
            bool isSame = Mode(given.RefKind) == expected.Mode && Plain(given.Type) == Expected(expected, primal);
            if (!isSame)
                return $"whose parameter {i + 1} is '{given.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat)}'; it must be '{Short(Text(expected))}'";
        }
        if (found.Parameters.Length > wanted.Parameters.Length)
            return $"which has {found.Parameters.Length} parameters in place of {wanted.Parameters.Length}";
        string returned = found.ReturnsVoid ? "void" : Plain(found.ReturnType);
        string result = ReturnText(wanted, primal, signature);
        return returned == result && !found.ReturnsByRef && !found.ReturnsByRefReadonly ? null : $"which returns '{Short(returned)}'; it must return '{Short(result)}'";
    }

    public static string Text(CompanionParameter parameter) => parameter.Mode switch
    {
        ParameterMode.In => "in ",
        ParameterMode.Ref => "ref ",
        ParameterMode.Out => "out ",
        _ => "",
    } + parameter.Type + " " + parameter.Name;

    /// <summary>The return type without the names of tuple elements.</summary>
    public static string ReturnText(Companion wanted, IMethodSymbol primal, IrSignature signature)
    {
        string value = primal.ReturnsVoid ? "void" : Plain(primal.ReturnType);
        if (wanted.Kind == CompanionKind.Jvp)
            return wanted.ReturnsTangent ? $"({value}, {value})" : value;
        if (wanted.Kind == CompanionKind.Forward)
            return value;
        string[] parts = [.. wanted.Gradients.Select(g => Plain(TypeOf(primal, g.Parameter)))];
        return parts.Length == 0 ? "void" : parts.Length == 1 ? parts[0] : "(" + string.Join(", ", parts) + ")";
    }

    // Where it is the declared type it has the declared names of tuple elements.
    private static string Expected(CompanionParameter parameter, IMethodSymbol primal)
    {
        ITypeSymbol? declared = parameter.Role == CompanionRole.State ? null
            : parameter.Source == AbiLeaf.Return ? primal.ReturnType : TypeOf(primal, parameter.Source);
        return declared is not null && CSharpText.Type(declared) == parameter.Type ? Plain(declared) : parameter.Type;
    }

    // The receiver of an instance method counts as one more parameter.
    private static ITypeSymbol TypeOf(IMethodSymbol primal, int parameter) =>
        parameter == primal.Parameters.Length ? primal.ContainingType : primal.Parameters[parameter].Type;

    private static ParameterMode Mode(RefKind kind) => kind switch
    {
        RefKind.Ref => ParameterMode.Ref,
        RefKind.Out => ParameterMode.Out,
        RefKind.None => ParameterMode.Value,
        _ => ParameterMode.In,
    };

    private static string Short(string text) => text.Replace("global::System.", "").Replace("global::", "");

    /// <summary>The type without the names of tuple elements.</summary>
    public static string Plain(ITypeSymbol type) => type is INamedTypeSymbol { IsTupleType: true } tuple
        ? "(" + string.Join(", ", tuple.TupleElements.Select(element => Plain(element.Type))) + ")"
        : CSharpText.Type(type);
}
