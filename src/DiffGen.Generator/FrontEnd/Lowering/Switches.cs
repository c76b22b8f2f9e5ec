using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Diagnostics;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DiffGen.Generator.FrontEnd.Lowering;

/// <summary>The <c>switch</c> statement: a chain of choices; with <c>goto case</c>, a loop over the section to run.</summary>
internal static class Switches
{
    public static void Lower(LoweringContext context, ISwitchOperation operation)
    {
        Statements.Declare(context, operation.Locals);
        foreach (ISwitchCaseOperation section in operation.Cases)
            Statements.Declare(context, section.Locals);
        TypeShape shape = context.Shape(operation.Value.Type, operation.Value.Syntax);
        IrValue[] value = Expressions.Lower(context, operation.Value);
        if (HasGotoCase(context, operation))
            Jumping(context, operation, shape, value);
        else
            Chain(context, operation, shape, value);
    }

    private static bool HasGotoCase(LoweringContext context, ISwitchOperation operation) =>
        operation.Cases.SelectMany(section => section.Clauses).Any(clause => clause.Label is { } label && context.Writes.JumpsTo(label) > 0);

    // Sections in order, the default one last; break leaves a block around them.
    private static void Chain(LoweringContext context, ISwitchOperation operation, TypeShape shape, IrValue[] value)
    {
        List<ISwitchCaseOperation> sections = Ordered(operation);
        var exit = new Exit(context.Ids.Label(), context.WrittenSlots([.. operation.Cases]));
        context.AddExit(operation.ExitLabel, exit, isContinue: false);
        int line = context.Builder.Line;
        context.Block(exit, operation, () => Section(context, operation, sections, 0, shape, value, line));
        context.RemoveExit(operation.ExitLabel);
    }

    private static List<ISwitchCaseOperation> Ordered(ISwitchOperation operation) =>
        [.. operation.Cases.Where(section => !IsDefault(section)), .. operation.Cases.Where(IsDefault)];

    private static bool IsDefault(ISwitchCaseOperation section) => section.Clauses.Any(clause => clause.CaseKind == CaseKind.Default);

    private static void Section(LoweringContext context, ISwitchOperation operation, List<ISwitchCaseOperation> sections, int index, TypeShape shape, IrValue[] value, int line)
    {
        if (index == sections.Count)
            return;
        ISwitchCaseOperation section = sections[index];
        context.Builder.Line = line;
        if (IsDefault(section))
        {
            Body(context, section, operation);
            return;
        }
        IrValue matches = Matches(context, section, shape, value);
        Branch then = context.Fork(() =>
        {
            Body(context, section, operation);
            return [];
        });
        Branch otherwise = context.Fork(() =>
        {
            Section(context, operation, sections, index + 1, shape, value, line);
            return [];
        });
        context.Join(section, matches, then, otherwise, [], "", isExpression: false);
    }

    // A break that ends a section completes it: then the choice yields and nothing has to leave a block.
    private static void Body(LoweringContext context, ISwitchCaseOperation section, ISwitchOperation operation)
    {
        var body = section.Body;
        int count = body.Length;
        while (count > 0 && body[count - 1] is IBlockOperation { Locals.IsEmpty: true } block && count == 1)
        {
            body = block.Operations;
            count = body.Length;
        }
        if (count > 0 && body[count - 1] is IBranchOperation { BranchKind: BranchKind.Break } branch && SymbolEqualityComparer.Default.Equals(branch.Target, operation.ExitLabel))
            count--;
        Gotos.LowerList(context, body.RemoveRange(count, body.Length - count));
    }

    private static IrValue Matches(LoweringContext context, ISwitchCaseOperation section, TypeShape shape, IrValue[] value)
    {
        IrValue? result = null;
        foreach (ICaseClauseOperation clause in section.Clauses)
        {
            if (result is null)
            {
                result = Clause(context, clause, shape, value);
                continue;
            }
            ICaseClauseOperation next = clause;
            Branch known = context.Fork(() => [context.Builder.Bool(true)]);
            Branch evaluated = context.Fork(() => [Clause(context, next, shape, value)]);
            result = context.Join(section, result, known, evaluated, [IrType.Bool], "", isExpression: true)[0];
        }
        return result ?? context.Builder.Bool(false);
    }

    private static IrValue Clause(LoweringContext context, ICaseClauseOperation clause, TypeShape shape, IrValue[] value)
    {
        switch (clause)
        {
            case ISingleValueCaseClauseOperation single:
                IrValue expected = Expressions.Value(context, single.Value);
                if (single.Value.ConstantValue is { HasValue: true, Value: null })
                    return NullTests.IsNull(context, clause, value[0]);
                return context.Apply(clause, "eq", IrType.Bool, "", value[0], shape.Type is ScalarType scalar ? context.Convert(clause, expected, scalar) : expected);
            case IPatternCaseClauseOperation pattern:
                IrValue matches = Patterns.Matches(context, pattern.Pattern, shape, value);
                return pattern.Guard is { } guard ? SwitchExpressions.And(context, clause, matches, guard) : matches;
            default:
                context.Report(DiagnosticIds.Pattern, clause, clause.Syntax.ToString());
                return context.Ids.Value(IrType.Bool);
        }
    }

    // First the number of the section that matches; then a loop runs sections until one leaves, goto case choosing the next.
    private static void Jumping(LoweringContext context, ISwitchOperation operation, TypeShape shape, IrValue[] value)
    {
        List<ISwitchCaseOperation> sections = Ordered(operation);
        TypeShape number = context.Shape(context.Known.Compilation.GetSpecialType(SpecialType.System_Int32), operation.Syntax);
        StoredVariable state = context.NewVariable("section", number);
        context.Write(state, [Choose(context, operation, sections, 0, shape, value)]);
        int[] slots = [.. context.WrittenSlots([.. operation.Cases]), state.FirstSlot];
        var exit = new Exit(context.Ids.Label(), slots);
        context.AddExit(operation.ExitLabel, exit, isContinue: false);
        List<ILabelSymbol> labels = [];
        for (int i = 0; i < sections.Count; i++)
        {
            foreach (ICaseClauseOperation clause in sections[i].Clauses)
            {
                if (clause.Label is not { } label)
                    continue;
                context.AddState(label, exit, state, i);
                labels.Add(label);
            }
        }
        EquatableArray<IrValue> initial = context.ValuesOf(slots);
        int line = context.Builder.Line;
        IrValue[] carried = [];
        Branch body = context.Fork(() =>
        {
            carried = context.Rebind(slots);
            Run(context, operation, sections, 0, state, exit, line);
            if (context.IsReachable)
                context.Leave(exit);
            return [];
        });
        Region region = body.Builder.Finish(Loops.Next(context, body, exit), carried);
        context.RemoveExit(operation.ExitLabel);
        labels.ForEach(context.RemoveExit);
        IrValue[] results = context.Rebind(slots);
        context.Mark(operation);
        context.Builder.Add(new LoopOp(new EquatableArray<IrValue>(results), exit.Label, initial, region));
        if (!exit.IsLeft)
            context.Unreachable();
    }

    private static IrValue Choose(LoweringContext context, ISwitchOperation operation, List<ISwitchCaseOperation> sections, int index, TypeShape shape, IrValue[] value)
    {
        if (index == sections.Count || IsDefault(sections[index]))
            return context.Builder.Int(index);
        IrValue matches = Matches(context, sections[index], shape, value);
        Branch then = context.Fork(() => [context.Builder.Int(index)]);
        Branch otherwise = context.Fork(() => [Choose(context, operation, sections, index + 1, shape, value)]);
        return context.Join(operation, matches, then, otherwise, [IrType.I32], "section", isExpression: true)[0];
    }

    private static void Run(LoweringContext context, ISwitchOperation operation, List<ISwitchCaseOperation> sections, int index, StoredVariable state, Exit exit, int line)
    {
        if (index == sections.Count)
            return;
        context.Builder.Line = line;
        IrValue isThis = context.Apply(operation, "eq", IrType.Bool, "", context.ReadSlot(state.FirstSlot), context.Builder.Int(index));
        Branch then = context.Fork(() =>
        {
            Statements.LowerAll(context, sections[index].Body, 0, sections[index].Body.Length);
            return [];
        });
        Branch otherwise = context.Fork(() =>
        {
            Run(context, operation, sections, index + 1, state, exit, line);
            return [];
        });
        context.Join(operation, isThis, then, otherwise, [], "", isExpression: false);
    }
}
