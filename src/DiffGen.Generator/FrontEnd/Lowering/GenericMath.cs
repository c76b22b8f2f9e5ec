using System;
using System.Linq;
using DiffGen.Generator.Diagnostics;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DiffGen.Generator.FrontEnd.Lowering;

/// <summary>Members of <c>INumber&lt;T&gt;</c> and its like, where T stands for <c>double</c> or <c>float</c>. Most are functions of these types; here are the others.</summary>
internal static class GenericMath
{
    /// <summary>The operator of an interface is that of the numbers it is used on.</summary>
    public static bool IsOperator(IMethodSymbol method, params IrValue[][] operands) =>
        IsInterface(method.ContainingType) && operands.All(operand => operand is [{ Type: ScalarType }] && operand[0].Type.Equals(operands[0][0].Type));

    /// <summary><c>T.Pi</c>, <c>T.One</c> and so on.</summary>
    public static IrValue[]? TryRead(LoweringContext context, IMemberReferenceOperation reference)
    {
        if (!IsInterface(reference.Member.ContainingType) || context.Types.Map(reference.Type!) is not { Type: ScalarType type } || Value(reference.Member.Name, type) is not { } value)
            return null;
        context.Mark(reference);
        return [context.Builder.Constant(Literals.Scalar(type.Kind, value))];
    }

    /// <summary>Calls that are no functions of the rule table: conversions and tests.</summary>
    public static IrValue[]? TryLower(LoweringContext context, IInvocationOperation call, IMethodSymbol method, string name)
    {
        if (!IsNumber(method.ContainingType) && !IsInterface(method.ContainingType))
            return null;
        switch (method.Name)
        {
            case "CreateChecked" or "CreateSaturating" or "CreateTruncating" when call.Arguments is [{ Value: var number }] && context.Types.Map(call.Type!) is { Type: ScalarType { IsFloat: true } target }
                && context.Types.Map(number.Type!) is { Type: ScalarType { Kind: not ScalarKind.Bool } }:
                return [context.Convert(call, Expressions.Value(context, number), target, name)];
            case "CompareTo" or "Equals" when call.Instance is { } instance && call.Arguments.Length == 1:
                IrValue[] compared = [Expressions.Value(context, instance), Expressions.Value(context, call.Arguments[0].Value)];
                return Foreign.Value(context, call, $"{{0}}.{method.Name}({{1}})", compared, isPure: true, stops: true, name: name);
        }
        if (method.MethodKind != MethodKind.ExplicitInterfaceImplementation && !IsInterface(method.ContainingType))
            return null;
        if (method.Name.EndsWith(".IsZero", StringComparison.Ordinal) && call.Arguments is [{ Value: var tested }])
        {
            IrValue value = Expressions.Value(context, tested);
            return [context.Apply(call, "eq", IrType.Bool, name, value, context.Zero(value.Type))];
        }
        return context.Reject(DiagnosticIds.Construct, call, $"'{call.Syntax}', which 'double' and 'float' have no public method for,");
    }

    private static object? Value(string name, ScalarType type)
    {
        bool isSingle = type.Kind == ScalarKind.F32;
        if (!type.IsFloat && name is not ("Zero" or "AdditiveIdentity" or "One" or "MultiplicativeIdentity" or "NegativeOne"))
            return null;
        return name switch
        {
            "Zero" or "AdditiveIdentity" => 0.0,
            "One" or "MultiplicativeIdentity" => 1.0,
            "NegativeOne" => -1.0,
            "NegativeZero" => isSingle ? -0f : -0.0,
            "Pi" => isSingle ? (float)Math.PI : Math.PI,
            "E" => isSingle ? (float)Math.E : Math.E,
            "Tau" => isSingle ? (float)(2 * Math.PI) : 2 * Math.PI,
            "Epsilon" => isSingle ? float.Epsilon : double.Epsilon,
            "NaN" => isSingle ? float.NaN : double.NaN,
            "PositiveInfinity" => isSingle ? float.PositiveInfinity : double.PositiveInfinity,
            "NegativeInfinity" => isSingle ? float.NegativeInfinity : double.NegativeInfinity,
            "MaxValue" => isSingle ? float.MaxValue : double.MaxValue,
            "MinValue" => isSingle ? float.MinValue : double.MinValue,
            _ => null,
        };
    }

    private static bool IsNumber(INamedTypeSymbol? type) => type?.SpecialType is SpecialType.System_Double or SpecialType.System_Single;

    private static bool IsInterface(INamedTypeSymbol? type) =>
        type is { TypeKind: TypeKind.Interface, ContainingNamespace: { Name: "Numerics" or "System" } };
}
