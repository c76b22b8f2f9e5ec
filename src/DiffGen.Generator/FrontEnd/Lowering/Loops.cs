using System.Collections.Generic;
using System.Collections.Immutable;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DiffGen.Generator.FrontEnd.Lowering;

/// <summary><c>while</c>, <c>do</c>, and those <c>for</c> loops that are no counted ones.</summary>
internal static class Loops
{
    public static void Lower(LoweringContext context, ILoopOperation loop)
    {
        switch (loop)
        {
            case IForEachLoopOperation each:
                ForEach.Lower(context, each);
                break;
            case IForLoopOperation counting:
                For(context, counting);
                break;
            case IWhileLoopOperation { ConditionIsUntil: false, IgnoredCondition: null } loop_:
                While(context, loop_);
                break;
            default:
                Rejected.Statement(context, loop);
                break;
        }
    }

    private static void For(LoweringContext context, IForLoopOperation loop)
    {
        Statements.Declare(context, loop.Locals);
        int line = context.Builder.Line;
        foreach (IOperation initializer in loop.Before)
            LowerPart(context, initializer);
        context.Builder.Line = line;
        if (CountedLoop.TryRecognize(context, loop) is { } counted)
        {
            CountedLoops.Lower(context, loop, counted);
            return;
        }
        int[] slots = context.WrittenSlots([loop.Condition, loop.Body, .. loop.AtLoopBottom]);
        Endless(context, loop, slots, continues: loop.AtLoopBottom.IsEmpty, exit =>
        {
            if (loop.Condition is { } condition)
                BreakUnless(context, exit, condition);
            Body(context, loop, loop.Body, loop.AtLoopBottom);
        });
    }

    // The parts of a for header keep the header's line.
    private static void LowerPart(LoweringContext context, IOperation part)
    {
        switch (part)
        {
            case IVariableDeclarationGroupOperation group:
                foreach (IVariableDeclarationOperation declaration in group.Declarations)
                    Statements.DeclareVariables(context, declaration);
                break;
            case IExpressionStatementOperation expression:
                Expressions.Lower(context, expression.Operation);
                break;
            default:
                Statements.Lower(context, part);
                break;
        }
    }

    private static void While(LoweringContext context, IWhileLoopOperation loop)
    {
        int[] slots = context.WrittenSlots(loop.Condition, loop.Body);
        Statements.Declare(context, loop.Locals);
        bool isDo = !loop.ConditionIsTop;
        Endless(context, loop, slots, continues: !isDo, exit =>
        {
            if (!isDo && loop.Condition is { } first)
                BreakUnless(context, exit, first);
            int line = context.Builder.Line;
            Body(context, loop, loop.Body, [], hasTail: isDo);
            context.Builder.Line = line;
            if (isDo && context.IsReachable && loop.Condition is { } last)
                BreakUnless(context, exit, last);
        });
    }

    /// <summary>A body and what follows it in the same iteration. Jumps to the next iteration leave the body only.</summary>
    public static void Body(LoweringContext context, ILoopOperation loop, IOperation body, ImmutableArray<IOperation> bottom, bool hasTail = false)
    {
        if ((bottom.IsEmpty && !hasTail) || context.Writes.JumpsTo(loop.ContinueLabel) == 0)
        {
            Statements.Lower(context, body);
        }
        else
        {
            var exit = new Exit(context.Ids.Label(), context.WrittenSlots(body));
            context.AddExit(loop.ContinueLabel, exit, isContinue: false);
            context.Block(exit, body, () => Statements.Lower(context, body));
            context.RemoveExit(loop.ContinueLabel);
        }
        foreach (IOperation statement in bottom)
        {
            if (context.IsReachable)
                LowerPart(context, statement);
        }
    }

    private static void BreakUnless(LoweringContext context, Exit exit, IOperation condition)
    {
        if (condition.ConstantValue is { HasValue: true, Value: true })
            return;
        IrValue holds = Expressions.Value(context, condition);
        if (context.IsReachable)
            BreakUnless(context, exit, condition, holds);
    }

    public static void BreakUnless(LoweringContext context, Exit exit, IOperation condition, IrValue holds)
    {
        IrValue fails = context.Apply(condition, "not", IrType.Bool, "", holds);
        Branch leave = context.Fork(() =>
        {
            context.Leave(exit);
            return [];
        });
        Branch stay = context.Fork(() => []);
        context.Join(condition, fails, leave, stay, [], "", isExpression: false);
    }

    /// <summary>A loop that only breaks end.</summary>
    public static void Endless(LoweringContext context, ILoopOperation loop, int[] slots, bool continues, System.Action<Exit> iteration)
    {
        var exit = new Exit(context.Ids.Label(), slots);
        context.AddExit(loop.ExitLabel, exit, isContinue: false);
        if (continues)
            context.AddExit(loop.ContinueLabel, exit, isContinue: true);
        EquatableArray<IrValue> initial = context.ValuesOf(slots);
        int line = context.Builder.Line;
        IrValue[] carried = [];
        Branch body = context.Fork(() =>
        {
            carried = context.Rebind(slots);
            iteration(exit);
            return [];
        });
        Region region = body.Builder.Finish(Next(context, body, exit), carried);
        context.RemoveExit(loop.ExitLabel);
        context.RemoveExit(loop.ContinueLabel);
        context.Builder.Line = line;
        IrValue[] results = context.Rebind(slots);
        context.Mark(loop);
        context.Builder.Add(new LoopOp(new EquatableArray<IrValue>(results), exit.Label, initial, region));
        if (!exit.IsLeft)
            context.Unreachable();
    }

    /// <summary>How a loop's body ends: with the values of the next iteration, if it completes.</summary>
    public static Terminator Next(LoweringContext context, Branch body, Exit exit) => body.End switch
    {
        null => new Yield(context.In(body, () => context.ValuesOf(exit.Slots))),
        Continue next when next.Label == exit.Label => new Yield(next.Values),
        { } end => end,
    };
}
