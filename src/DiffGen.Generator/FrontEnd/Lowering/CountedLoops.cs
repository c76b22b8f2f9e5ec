using System;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DiffGen.Generator.FrontEnd.Lowering;

/// <summary>Loops with an induction value: <see cref="ForOp"/>.</summary>
internal static class CountedLoops
{
    public static void Lower(LoweringContext context, IForLoopOperation loop, CountedLoop counted)
    {
        var counter = (StoredVariable)context.Find(counted.Counter)!;
        IrValue start = context.ReadSlot(counter.FirstSlot);
        IrValue end = Expressions.Value(context, counted.Bound);
        var bottom = loop.AtLoopBottom.Remove(counted.Increment);
        int[] slots = context.WrittenSlots([loop.Condition, loop.Body, .. bottom]);
        Emit(context, loop, slots, counted.Counter.Name, start, end, counted.Step, counted.IsInclusive, continues: bottom.IsEmpty, induction =>
        {
            context.Environment[counter.FirstSlot] = induction;
            Loops.Body(context, loop, loop.Body, bottom);
        });
    }

    /// <summary>A loop of the source over an induction value.</summary>
    /// <param name="continues">Jumps to the next iteration need not run anything before it.</param>
    public static void Emit(LoweringContext context, ILoopOperation loop, int[] slots, string name, IrValue start, IrValue end, long step, bool isInclusive,
        bool continues, Action<IrValue> body)
    {
        var exit = new Exit(context.Ids.Label(), slots);
        context.AddExit(loop.ExitLabel, exit, isContinue: false);
        if (continues)
            context.AddExit(loop.ContinueLabel, exit, isContinue: true);
        Emit(context, loop, exit, name, start, end, step, isInclusive, body);
        context.RemoveExit(loop.ExitLabel);
        context.RemoveExit(loop.ContinueLabel);
    }

    /// <summary>A loop of the lowering's own from 0 to a count, which carries nothing.</summary>
    public static void Emit(LoweringContext context, IOperation source, IrValue count, Action<IrValue> body) =>
        Emit(context, source, new Exit(context.Ids.Label(), []), "", context.Builder.Int(0), count, 1, isInclusive: false, body);

    public static void Emit(LoweringContext context, IOperation source, Exit exit, string name, IrValue start, IrValue end, long step, bool isInclusive, Action<IrValue> body)
    {
        EquatableArray<IrValue> initial = context.ValuesOf(exit.Slots);
        int line = context.Builder.Line;
        IrValue[] carried = [];
        IrValue induction = context.Ids.Value(start.Type, name);
        Branch branch = context.Fork(() =>
        {
            carried = context.Rebind(exit.Slots);
            body(induction);
            return [];
        });
        Region region = branch.Builder.Finish(Loops.Next(context, branch, exit), carried);
        context.Builder.Line = line;
        IrValue[] results = context.Rebind(exit.Slots);
        context.Mark(source);
        context.Builder.Add(new ForOp(new EquatableArray<IrValue>(results), exit.Label, induction, start, end, step, isInclusive, initial, region));
    }
}
