using System.Collections.Generic;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DiffGen.Generator.FrontEnd.Lowering;

/// <summary>Statements. Lowering one leaves <see cref="LoweringContext.End"/> set where control does not go on after it.</summary>
internal static class Statements
{
    public static void Lower(LoweringContext context, IOperation operation)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        context.ThrowIfCancelled();
        if (operation is IBlockOperation block)
        {
            Declare(context, block.Locals);
            Gotos.LowerList(context, block.Operations);
            return;
        }
        if (!operation.IsImplicit || operation is IReturnOperation or IExpressionStatementOperation)
            context.Builder.Line = context.Lines.Add(operation.Syntax);
        switch (operation)
        {
            case IExpressionStatementOperation expression:
                Expressions.Lower(context, expression.Operation);
                break;
            case IVariableDeclarationGroupOperation group:
                foreach (IVariableDeclarationOperation declaration in group.Declarations)
                    DeclareVariables(context, declaration);
                break;
            case IReturnOperation { Kind: OperationKind.Return } result:
                Return(context, result);
                break;
            case IConditionalOperation conditional:
                If(context, conditional);
                break;
            case ILoopOperation loop:
                Loops.Lower(context, loop);
                break;
            case ISwitchOperation choice:
                Switches.Lower(context, choice);
                break;
            case IBranchOperation branch:
                Gotos.Jump(context, branch);
                break;
            case ILabeledOperation labeled:
                if (labeled.Operation is { } inner)
                    Lower(context, inner);
                break;
            case ITryOperation attempt:
                TryFinally.Lower(context, attempt);
                break;
            case IUsingOperation resource:
                Using.Statement(context, resource);
                break;
            case IThrowOperation thrown:
                Guards.Throw(context, thrown);
                break;
            case IEmptyOperation:
                break;
            case ILocalFunctionOperation:
                // It is lowered where it is called.
                break;
            default:
                Rejected.Statement(context, operation);
                break;
        }
    }

    public static void LowerAll(LoweringContext context, ImmutableArray<IOperation> statements, int start, int end)
    {
        for (int i = start; i < end && context.IsReachable; i++)
        {
            if (statements[i] is IUsingDeclarationOperation declaration)
            {
                int next = i + 1;
                Using.Declaration(context, declaration, () => LowerAll(context, statements, next, end));
                return;
            }
            Lower(context, statements[i]);
        }
    }

    public static void Declare(LoweringContext context, ImmutableArray<ILocalSymbol> locals)
    {
        foreach (ILocalSymbol local in locals)
        {
            if (local.IsConst || local.RefKind != RefKind.None)
                continue;
            SyntaxNode? place = local.DeclaringSyntaxReferences.Length > 0 ? local.DeclaringSyntaxReferences[0].GetSyntax() : null;
            if (place is not null)
                Reset(context, context.Declare(local, local.Name, context.Shape(local.Type, place)));
        }
    }

    // A block that is lowered again, such as a constructor's, starts with unassigned variables.
    private static void Reset(LoweringContext context, StoredVariable variable)
    {
        for (int i = 0; i < variable.Shape.Leaves.Length; i++)
            context.Environment[variable.FirstSlot + i] = null;
    }

    public static void DeclareVariables(LoweringContext context, IVariableDeclarationOperation declaration)
    {
        foreach (IVariableDeclaratorOperation declarator in declaration.Declarators)
        {
            ILocalSymbol local = declarator.Symbol;
            IOperation? value = (declarator.Initializer ?? declaration.Initializer)?.Value;
            if (local.IsConst)
                continue;
            if (local.RefKind != RefKind.None && value is not null)
            {
                References.Declare(context, local, value);
                continue;
            }
            if (value is not null && Functions.TryDeclare(context, local, value))
                continue;
            StoredVariable variable = context.Find(local) as StoredVariable ?? context.Declare(local, local.Name, context.Shape(local.Type, declarator.Syntax));
            if (value is null)
                continue;
            IrValue[] values = Expressions.Lower(context, value, local.Name);
            if (!context.IsReachable)
                return;
            if (values.Length == variable.Shape.Leaves.Length)
                context.Write(variable, values);
        }
    }

    private static void If(LoweringContext context, IConditionalOperation conditional)
    {
        IrValue condition = Expressions.Value(context, conditional.Condition);
        int line = context.Builder.Line;
        Branch then = Fork(context, conditional.WhenTrue);
        Branch otherwise = Fork(context, conditional.WhenFalse);
        context.Builder.Line = line;
        context.Join(conditional, condition, then, otherwise, [], "", isExpression: false);
    }

    public static Branch Fork(LoweringContext context, IOperation? statement) => context.Fork(() =>
    {
        if (statement is not null)
            Lower(context, statement);
        return [];
    });

    private static void Return(LoweringContext context, IReturnOperation operation)
    {
        ReturnTarget target = context.Return!;
        if (target.Exit is { } exit)
        {
            LeaveBody(context, target, exit, operation);
            return;
        }
        var values = new List<IrValue>();
        if (operation.ReturnedValue is { } value)
        {
            IrValue[] returned = Expressions.Lower(context, value);
            if (!context.IsReachable)
                return;
            if (target.ResultShape is not null)
                values.AddRange(returned);
        }
        TryFinally.Leave(context, target.Cleanups!);
        if (context.IsReachable)
            EndMethod(context, values);
    }

    private static void LeaveBody(LoweringContext context, ReturnTarget target, Exit exit, IReturnOperation operation)
    {
        if (operation.ReturnedValue is { } value)
        {
            IrValue[] returned = Expressions.Lower(context, value, target.Result?.Name ?? "");
            if (!context.IsReachable)
                return;
            if (target.Result is { } result && returned.Length == result.Shape.Leaves.Length)
                context.Write(result, returned);
        }
        TryFinally.Leave(context, target.Cleanups!);
        if (context.IsReachable)
            context.Leave(exit);
    }

    /// <summary>Returns from the method, with the final values of its <c>ref</c> and <c>out</c> parameters.</summary>
    public static void EndMethod(LoweringContext context, List<IrValue> values)
    {
        foreach (StoredVariable parameter in context.Return!.ByReference)
        {
            for (int i = 0; i < parameter.Shape.Leaves.Length; i++)
                values.Add(context.ReadSlot(parameter.FirstSlot + i));
        }
        context.End = new Break(IrMethod.ReturnLabel, Common.EquatableArray.ToEquatableArray(values), context.Builder.Line);
    }
}
