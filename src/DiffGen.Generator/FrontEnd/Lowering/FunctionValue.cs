using System.Collections.Generic;
using DiffGen.Generator.FrontEnd.Generics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DiffGen.Generator.FrontEnd.Lowering;

/// <summary>What a delegate calls, found out at build time.</summary>
/// <param name="Method">The lambda, the local function or the method.</param>
/// <param name="Body">Null for a method that is called like any other.</param>
/// <param name="Scope">What the names in the body mean.</param>
/// <param name="DefinedIn">The function that was being lowered where the delegate was made.</param>
internal sealed record FunctionValue(IMethodSymbol Method, IOperation? Body, Dictionary<ISymbol, Variable> Scope, FunctionFrame? DefinedIn)
{
    /// <summary>What the type parameters in the body stand for.</summary>
    public TypeSubstitution Substitution { get; init; } = TypeSubstitution.None;

    /// <summary>Any function: stands for a parameter of a method that is looked at by itself, without a caller.</summary>
    public bool IsUnknown { get; init; }

    /// <summary>The function that an expression of a delegate type stands for, or null.</summary>
    public static FunctionValue? Find(LoweringContext context, IOperation operation)
    {
        switch (operation)
        {
            case IDelegateCreationOperation creation:
                return Find(context, creation.Target);
            case IConversionOperation { OperatorMethod: null } conversion:
                return Find(context, conversion.Operand);
            case IParenthesizedOperation parenthesized:
                return Find(context, parenthesized.Operand);
            case IAnonymousFunctionOperation { Symbol: { IsAsync: false, ReturnsByRef: false, ReturnsByRefReadonly: false } } lambda:
                return new FunctionValue(lambda.Symbol, lambda.Body, context.CaptureScope(), context.Frame) { Substitution = context.Substitution };
            case IMethodReferenceOperation { Method: { MethodKind: MethodKind.LocalFunction } local }:
                return Local(context, local);
            case IMethodReferenceOperation { Instance: null, Method: { IsStatic: true } method } reference:
                return new FunctionValue(context.Target(method, Constrained.TypeOf(reference)), null, context.CaptureScope(), context.Frame);
            case ILocalReferenceOperation local:
                return (context.Find(local.Local) as FunctionVariable)?.Function;
            case IParameterReferenceOperation parameter:
                return (context.Find(parameter.Parameter) as FunctionVariable)?.Function;
            default:
                return null;
        }
    }

    /// <summary>A local function, where it can be called by its name.</summary>
    public static FunctionValue? Local(LoweringContext context, IMethodSymbol function)
    {
        SyntaxNode? syntax = function.DeclaringSyntaxReferences.Length > 0 ? function.DeclaringSyntaxReferences[0].GetSyntax() : null;
        if (syntax is null || function.IsAsync || function.ReturnsByRef || function.ReturnsByRefReadonly || function.IsExtern
            || context.Models.Model(syntax.SyntaxTree).GetOperation(syntax) is not ILocalFunctionOperation { Body: { } body })
        {
            return null;
        }
        return new FunctionValue(function.OriginalDefinition, body, context.CaptureScope(), context.Frame) { Substitution = context.Substitution.With(function, context.Models.Compilation) };
    }
}
