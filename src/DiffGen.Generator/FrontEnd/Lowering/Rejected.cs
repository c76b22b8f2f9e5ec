using DiffGen.Generator.Diagnostics;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DiffGen.Generator.FrontEnd.Lowering;

/// <summary>The constructs that no file lowers, each with its id.</summary>
internal static class Rejected
{
    public static IrValue[] Expression(LoweringContext context, IOperation operation)
    {
        switch (operation)
        {
            case IInvalidOperation:
                context.IsBroken = true;
                return context.Placeholder(operation.Type);
            case IAnonymousFunctionOperation or IDelegateCreationOperation or IMethodReferenceOperation:
                return context.Reject(DiagnosticIds.Lambda, operation);
            case IAwaitOperation:
                return context.Reject(DiagnosticIds.Await, operation);
            case IDynamicInvocationOperation or IDynamicMemberReferenceOperation or IDynamicIndexerAccessOperation or IDynamicObjectCreationOperation:
                return context.Reject(DiagnosticIds.Dynamic, operation, operation.Syntax.ToString());
            case ITranslatedQueryOperation:
                return context.Reject(DiagnosticIds.Query, operation, operation.Syntax.ToString());
            case IAddressOfOperation:
                return context.Reject(DiagnosticIds.UnsafeCode, operation);
            case { Kind: OperationKind.None } when operation.Syntax is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PointerIndirectionExpression }:
                return context.Reject(DiagnosticIds.UnsafeCode, operation);
            default:
                return context.Reject(DiagnosticIds.Construct, operation, Describe(operation));
        }
    }

    public static void Statement(LoweringContext context, IOperation operation)
    {
        switch (operation)
        {
            case IInvalidOperation:
                context.IsBroken = true;
                break;
            case ILockOperation:
                context.Report(DiagnosticIds.LockStatement, operation);
                break;
            case IReturnOperation { Kind: OperationKind.YieldReturn or OperationKind.YieldBreak }:
                context.Report(DiagnosticIds.Yield, operation);
                break;
            case { Syntax: FixedStatementSyntax or UnsafeStatementSyntax }:
                context.Report(DiagnosticIds.UnsafeCode, operation);
                break;
            default:
                context.Report(DiagnosticIds.Construct, operation, Describe(operation));
                break;
        }
    }

    private static string Describe(IOperation operation)
    {
        string text = operation.Syntax.ToString();
        int end = text.IndexOf('\n');
        if (end >= 0)
            text = text.Substring(0, end).TrimEnd() + " …";
        return $"'{text}'";
    }
}
