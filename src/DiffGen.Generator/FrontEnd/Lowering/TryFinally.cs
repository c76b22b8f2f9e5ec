using System;
using System.Collections.Immutable;
using DiffGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DiffGen.Generator.FrontEnd.Lowering;

/// <summary>
/// <c>try</c> with <c>finally</c>: the cleanup is written at every way out of the body: its end, jumps, <c>return</c> and <c>throw</c>.
/// </summary>
/// <remarks>An exception that is thrown by an operation, such as an index out of range, leaves a companion without the cleanup.</remarks>
internal static class TryFinally
{
    public static void Lower(LoweringContext context, ITryOperation operation)
    {
        if (!operation.Catches.IsEmpty || operation.Finally is not { } cleanup)
        {
            context.Report(DiagnosticIds.TryStatement, operation);
            return;
        }
        Around(context, () => Statements.Lower(context, operation.Body), () => Statements.Lower(context, cleanup));
    }

    /// <summary>Lowers a body with what must run wherever control leaves it.</summary>
    public static void Around(LoweringContext context, Action body, Action cleanup)
    {
        ImmutableStack<Action> outer = context.Cleanups;
        context.Cleanups = outer.Push(context.InThisScope(cleanup));
        body();
        context.Cleanups = outer;
        if (context.IsReachable)
            cleanup();
    }

    /// <summary>Runs what must run on the way out, innermost first, until only the given ones are left to run.</summary>
    public static void Leave(LoweringContext context, ImmutableStack<Action> target)
    {
        ImmutableStack<Action> all = context.Cleanups;
        // A jump to a label can only lead outwards, so that the target's cleanups are among the current ones.
        while (context.Cleanups != target && !context.Cleanups.IsEmpty && context.IsReachable)
        {
            context.Cleanups = context.Cleanups.Pop(out Action cleanup);
            cleanup();
        }
        context.Cleanups = all;
    }
}
