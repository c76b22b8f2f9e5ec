using System.Collections.Immutable;
using DiffGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DiffGen.Generator.FrontEnd.Lowering;

/// <summary>Jumps, and lists of statements that jumps lead forward in.</summary>
internal static class Gotos
{
    public static void Jump(LoweringContext context, IBranchOperation branch)
    {
        if (context.JumpTo(branch.Target))
            return;
        context.Report(DiagnosticIds.BackwardGoto, branch, branch.Target.Name);
        context.Unreachable();
    }

    /// <summary>Statements in order. A label that earlier ones jump to ends a block around them.</summary>
    public static void LowerList(LoweringContext context, ImmutableArray<IOperation> statements) =>
        LowerUntil(context, statements, LastTarget(context, statements));

    // Lowers all statements, the label at that index being the end of a block around everything before it; labels before it nest inside.
    private static void LowerUntil(LoweringContext context, ImmutableArray<IOperation> statements, int label)
    {
        LowerBefore(context, statements, label);
        if (label >= 0 && !context.IsReachable)
            return;
        Statements.LowerAll(context, statements, label < 0 ? 0 : label, statements.Length);
    }

    private static void LowerBefore(LoweringContext context, ImmutableArray<IOperation> statements, int label)
    {
        if (label < 0)
            return;
        ILabelSymbol symbol = ((ILabeledOperation)statements[label]).Label;
        var operations = new IOperation?[label];
        for (int i = 0; i < label; i++)
            operations[i] = statements[i];
        var exit = new Exit(context.Ids.Label(), context.WrittenSlots(operations));
        context.AddExit(symbol, exit, isContinue: false);
        int inner = LastTarget(context, statements.RemoveRange(label, statements.Length - label));
        context.Block(exit, statements[label], () =>
        {
            LowerBefore(context, statements, inner);
            if (context.IsReachable)
                Statements.LowerAll(context, statements, inner < 0 ? 0 : inner, label);
        });
        context.RemoveExit(symbol);
    }

    private static int LastTarget(LoweringContext context, ImmutableArray<IOperation> statements)
    {
        for (int i = statements.Length - 1; i >= 0; i--)
        {
            if (statements[i] is ILabeledOperation labeled && context.Writes.JumpsTo(labeled.Label) > 0)
                return i;
        }
        return -1;
    }
}
