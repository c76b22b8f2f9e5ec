using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;

namespace DiffGen.Generator.FrontEnd.Lowering;

/// <summary>Regions, and how the values of variables meet where control flow does.</summary>
internal sealed partial class LoweringContext
{
    private readonly Dictionary<ILabelSymbol, JumpTarget> _exits = new(SymbolEqualityComparer.Default);

    /// <summary>Builds a region on a copy of the environment. The body gives the values that the region yields besides the variables'.</summary>
    public Branch Fork(Func<IrValue[]> body)
    {
        (RegionBuilder builder, Environment environment, Terminator? end) = (Builder, Environment, End);
        Builder = new RegionBuilder(Ids) { Line = builder.Line };
        Environment = environment.Clone();
        End = null;
        IrValue[] values = body();
        var branch = new Branch(Builder, Environment, End, values);
        (Builder, Environment, End) = (builder, environment, end);
        return branch;
    }

    /// <summary>
    /// Ends a choice between two branches. Gives the values of the expression that they compute, or placeholders if neither completes.
    /// </summary>
    /// <param name="types">Types of the expression's leaves; none for a statement.</param>
    /// <param name="isExpression">Variables assigned in one branch alone may be read later only after an expression (<c>a &amp;&amp; M(out x)</c>).</param>
    public IrValue[] Join(IOperation source, IrValue condition, Branch then, Branch otherwise, IrType[] types, string name, bool isExpression)
    {
        if (!then.Completes && !otherwise.Completes)
        {
            JoinExits(source, condition, then, otherwise);
            return Array.ConvertAll(types, type => Ids.Value(type));
        }
        var results = new List<IrValue>();
        var thenValues = new List<IrValue>();
        var otherwiseValues = new List<IrValue>();
        var values = new IrValue[types.Length];
        for (int i = 0; i < types.Length; i++)
        {
            results.Add(values[i] = Ids.Value(types[i], name));
            if (then.Completes)
                thenValues.Add(then.Values[i]);
            if (otherwise.Completes)
                otherwiseValues.Add(otherwise.Values[i]);
        }
        int count = SlotCount;
        for (int slot = 0; slot < count; slot++)
        {
            IrValue? before = Environment[slot];
            IrValue? a = then.Completes ? then.Environment[slot] : otherwise.Environment[slot];
            IrValue? b = otherwise.Completes ? otherwise.Environment[slot] : a;
            if (ReferenceEquals(a, b) && ReferenceEquals(a, before))
                continue;
            if ((a is null || b is null) && !isExpression)
            {
                Environment[slot] = null;
                continue;
            }
            if (a is null && b is null)
                continue;
            SlotInfo info = Slot(slot);
            IrValue result = Ids.Value(info.Type, info.Name);
            results.Add(result);
            if (then.Completes)
                thenValues.Add(a ?? ZeroIn(then, info.Type));
            if (otherwise.Completes)
                otherwiseValues.Add(b ?? ZeroIn(otherwise, info.Type));
            Environment[slot] = result;
        }
        Mark(source);
        Builder.Add(new IfOp(results.ToEquatableArray(), condition,
            then.Builder.Finish(then.End ?? new Yield(thenValues.ToEquatableArray())),
            otherwise.Builder.Finish(otherwise.End ?? new Yield(otherwiseValues.ToEquatableArray()))));
        return values;
    }

    private IrValue ZeroIn(Branch branch, IrType type)
    {
        RegionBuilder builder = Builder;
        Builder = branch.Builder;
        IrValue zero = Zero(type);
        Builder = builder;
        return zero;
    }

    // Neither branch completes. Two jumps to one place become one jump with chosen values; otherwise the second branch goes on in this region.
    private void JoinExits(IOperation source, IrValue condition, Branch then, Branch otherwise)
    {
        Mark(source);
        if (then.End is Break a && otherwise.End is Break b && a.Label == b.Label)
        {
            EquatableArray<IrValue> results = a.Values.Map(value => Ids.Value(value.Type, value.Name));
            Builder.Add(new IfOp(results, condition, then.Builder.Finish(new Yield(a.Values)), otherwise.Builder.Finish(new Yield(b.Values))));
            End = new Break(a.Label, results, a.Line);
            return;
        }
        Builder.Add(new IfOp(default, condition, then.Builder.Finish(then.End!), new RegionBuilder(Ids).Finish(new Yield(default))));
        foreach (Op op in otherwise.Builder.Finish(otherwise.End!).Ops)
            Builder.Add(op);
        End = otherwise.End;
    }

    public void AddExit(ILabelSymbol label, Exit exit, bool isContinue) => _exits[label] = new JumpTarget(exit, isContinue, -1, 0, Cleanups);

    /// <summary>A label whose jumps continue a loop after they set a variable to a number.</summary>
    public void AddState(ILabelSymbol label, Exit exit, StoredVariable state, int value) => _exits[label] = new JumpTarget(exit, true, state.FirstSlot, value, Cleanups);

    public void RemoveExit(ILabelSymbol label) => _exits.Remove(label);

    /// <summary>Jumps to a label; false if it is none that can be reached in a structured way.</summary>
    public bool JumpTo(ILabelSymbol label)
    {
        if (!_exits.TryGetValue(label, out JumpTarget target))
            return false;
        TryFinally.Leave(this, target.Cleanups);
        if (!IsReachable)
            return true;
        if (target.StateSlot >= 0)
            Environment[target.StateSlot] = Builder.Int(target.State);
        if (target.IsContinue)
            End = new Continue(target.Exit.Label, ValuesOf(target.Exit.Slots), Builder.Line);
        else
            Leave(target.Exit);
        return true;
    }

    public void Leave(Exit exit)
    {
        exit.Leaves++;
        End = new Break(exit.Label, ValuesOf(exit.Slots), Builder.Line);
    }

    public EquatableArray<IrValue> ValuesOf(int[] slots)
    {
        var values = new IrValue[slots.Length];
        for (int i = 0; i < slots.Length; i++)
            values[i] = ReadSlot(slots[i]);
        return new EquatableArray<IrValue>(values);
    }

    /// <summary>New values for the slots, which the environment then holds.</summary>
    public IrValue[] Rebind(int[] slots)
    {
        var values = new IrValue[slots.Length];
        for (int i = 0; i < slots.Length; i++)
        {
            SlotInfo info = Slot(slots[i]);
            Environment[slots[i]] = values[i] = Ids.Value(info.Type, info.Name);
        }
        return values;
    }

    /// <summary>The slots, existing now, of the variables that the operations write.</summary>
    public int[] WrittenSlots(params IOperation?[] operations)
    {
        var variables = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (IOperation? operation in operations)
            Writes.AddWrites(operation, variables);
        var slots = new SortedSet<int>();
        foreach (ISymbol symbol in variables)
        {
            if (Find(symbol) is { } variable)
                AddSlots(variable, slots);
        }
        var result = new int[slots.Count];
        slots.CopyTo(result);
        return result;
    }

    private static void AddSlots(Variable variable, SortedSet<int> slots)
    {
        (int first, int count) = variable switch
        {
            StoredVariable stored => (stored.FirstSlot, stored.Shape.Leaves.Length),
            ElementReference element => (element.FirstSlot, element.IndexCount + 1),
            VariableReference reference => (reference.Target.FirstSlot, reference.Target.Shape.Leaves.Length),
            _ => (0, 0),
        };
        for (int i = 0; i < count; i++)
            slots.Add(first + i);
    }

    /// <summary>
    /// Lowers the body of a block that jumps to its label leave early; what the slots hold afterwards is merged.
    /// </summary>
    public void Block(Exit exit, IOperation source, Action body)
    {
        Branch branch = Fork(() =>
        {
            body();
            return [];
        });
        bool endsInExit = branch.End is Break jump && jump.Label == exit.Label;
        Terminator end = endsInExit ? new Yield(((Break)branch.End!).Values) : branch.End ?? new Yield(In(branch, () => ValuesOf(exit.Slots)));
        if (exit.Leaves == (endsInExit ? 1 : 0))
        {
            // Nothing leaves the block early: its operations can as well stand here.
            foreach (Op op in branch.Builder.Finish(end).Ops)
                Builder.Add(op);
            End = end is Yield ? null : end;
            if (end is Yield finals)
            {
                for (int i = 0; i < exit.Slots.Length; i++)
                    Environment[exit.Slots[i]] = finals.Values[i];
            }
            return;
        }
        IrValue[] results = Rebind(exit.Slots);
        Mark(source);
        Builder.Add(new BlockOp(new EquatableArray<IrValue>(results), exit.Label, branch.Builder.Finish(end)));
    }

    /// <summary>Runs an action as if the branch were still being built.</summary>
    public T In<T>(Branch branch, Func<T> action)
    {
        (RegionBuilder builder, Environment environment, Terminator? end) = (Builder, Environment, End);
        (Builder, Environment, End) = (branch.Builder, branch.Environment, branch.End);
        T result = action();
        (Builder, Environment, End) = (builder, environment, end);
        return result;
    }

    /// <summary>Ends the current region, which no path reaches the end of.</summary>
    public void Unreachable() =>
        End = new Throw("new global::System.Diagnostics.UnreachableException()", default, -1, -1);

    private readonly record struct JumpTarget(Exit Exit, bool IsContinue, int StateSlot, int State, ImmutableStack<Action> Cleanups);
}
