using System;
using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Tests.Interpretation;

/// <summary>Runs IR on boxed values: the reference that transforms and optimisations are tested against.</summary>
internal sealed class IrInterpreter
{
    private readonly Dictionary<int, object?> _values = new();
    private readonly Dictionary<int, object?> _slots = new();
    private readonly Stack<Memory> _tape;
    private readonly IReadOnlyList<IrMethod> _methods;
    private readonly IReadOnlyList<CoreFunction> _cores;

    public IrInterpreter(IReadOnlyList<IrMethod>? methods = null, IReadOnlyList<CoreFunction>? cores = null, Stack<Memory>? tape = null)
    {
        _methods = methods ?? [];
        _cores = cores ?? [];
        _tape = tape ?? new();
    }

    /// <summary>How many operations ran, nested ones included.</summary>
    public int Steps { get; private set; }

    public object? this[IrValue key]
    {
        get => _values[key.Id];
        set => _values[key.Id] = value;
    }

    /// <summary>Runs a function from its parameters to its returned values.</summary>
    public object?[] Call(IReadOnlyList<IrValue> parameters, Region body, params object?[] arguments)
    {
        for (int i = 0; i < parameters.Count; i++)
            this[parameters[i]] = arguments[i];
        return Run(body) is Left { Label: IrMethod.ReturnLabel } returned ? returned.Values : throw new InvalidOperationException("The function does not return.");
    }

    /// <summary>Runs a region that completes and returns what it yields.</summary>
    public object?[] Evaluate(Region region) => Run(region) is Completed completed ? completed.Values : throw new InvalidOperationException("The region leaves.");

    private abstract record Outcome(object?[] Values);

    private sealed record Completed(object?[] Values) : Outcome(Values);

    private sealed record Left(int Label, object?[] Values) : Outcome(Values);

    private sealed record Continued(int Label, object?[] Values) : Outcome(Values);

    private Outcome Run(Region region)
    {
        foreach (var op in region.Ops)
        {
            Steps++;
            if (Run(op) is { } left)
                return left;
        }
        object?[] values = Read(OpShape.Operands(region.End));
        return region.End switch
        {
            Yield => new Completed(values),
            Break exit => new Left(exit.Label, values),
            Continue next => new Continued(next.Label, values),
            _ => throw new ThrownByProgramException(),
        };
    }

    // Null: control goes on.
    private Outcome? Run(Op op)
    {
        switch (op)
        {
            case IfOp o:
                return Complete(Run((bool)this[o.Condition]! ? o.Then : o.Else), o.Results, label: -1);
            case BlockOp o:
                return Complete(Run(o.Body), o.Results, o.Label);
            case ForOp o:
                return For(o);
            case LoopOp o:
                return Loop(o);
            case CallOp o:
                Define(o.Results, Call(o));
                return null;
            default:
                Define(OpShape.Results(op), [Simple(op)]);
                return null;
        }
    }

    private Outcome? Complete(Outcome outcome, EquatableArray<IrValue> results, int label)
    {
        if (outcome is not Completed && !(outcome is Left left && left.Label == label))
            return outcome;
        Define(results, outcome.Values);
        return null;
    }

    private Outcome? For(ForOp o)
    {
        long end = Convert.ToInt64(this[o.End]);
        object?[] carried = Read(o.Initial);
        for (long i = Convert.ToInt64(this[o.Start]); o.Step > 0 ? i < end || o.Inclusive && i == end : i > end || o.Inclusive && i == end; i += o.Step)
        {
            this[o.Induction] = Convert.ChangeType(i, PrimitiveEvaluator.ClrType(o.Induction.Type));
            Define(o.Body.Parameters, carried);
            var outcome = Run(o.Body);
            if (outcome is Left left)
                return Complete(left, o.Results, o.Label);
            if (outcome is Continued next && next.Label != o.Label)
                return outcome;
            carried = outcome.Values;
        }
        Define(o.Results, carried);
        return null;
    }

    private Outcome? Loop(LoopOp o)
    {
        object?[] carried = Read(o.Initial);
        while (true)
        {
            Define(o.Body.Parameters, carried);
            var outcome = Run(o.Body);
            if (outcome is Left left)
                return Complete(left, o.Results, o.Label);
            if (outcome is Continued next && next.Label != o.Label)
                return outcome;
            carried = outcome.Values;
        }
    }

    private object?[] Call(CallOp o)
    {
        var (parameters, body) = o.Kind == CallKind.Primal
            ? (_methods.Single(method => method.Key == o.Callee) is var m ? (m.Parameters, m.Body) : default)
            : (_cores.Single(core => core.Callee == o.Callee && core.Variant == o.Variant && core.Kind.ToString() == o.Kind.ToString()) is var c ? (c.Parameters, c.Body) : default);
        return new IrInterpreter(_methods, _cores, _tape).Call(parameters, body, Read(o.Arguments));
    }

    private object? Simple(Op op)
    {
        switch (op)
        {
            case ConstantOp o:
                return o.Value.IsOpaque ? o.Value.Text : PrimitiveEvaluator.Literal(o.Value);
            case ApplyOp o:
                return PrimitiveEvaluator.Apply(o.Primitive, o.Result.Type, Read(o.Arguments)!);
            case SelectOp o:
                return this[(bool)this[o.Condition]! ? o.WhenTrue : o.WhenFalse];
            case LoadOp o:
                return Buffer(o.Buffer)[Buffer(o.Buffer).Position(Integers(o.Indices)), o.Path];
            case StoreOp o:
                Buffer(o.Buffer)[Buffer(o.Buffer).Position(Integers(o.Indices)), o.Path] = this[o.Value];
                return null;
            case AccumulateOp o:
                int position = Buffer(o.Buffer).Position(Integers(o.Indices));
                Buffer(o.Buffer)[position, o.Path] = PrimitiveEvaluator.Apply("add", o.Value.Type, Buffer(o.Buffer)[position, o.Path]!, this[o.Value]!);
                return null;
            case LengthOp o:
                return o.Dimension < 0 ? Buffer(o.Buffer).Count : Buffer(o.Buffer).Sizes[o.Dimension];
            case SliceOp o:
                int start = o.Start is null ? 0 : Convert.ToInt32(this[o.Start]);
                return Buffer(o.Buffer).Slice(start, o.Length is null ? Buffer(o.Buffer).Count - start : Convert.ToInt32(this[o.Length]));
            case AllocateOp o:
                return new Memory(((BufferType)o.Result.Type).Element, Integers(o.Sizes));
            case FillOp o:
                Buffer(o.Buffer).Fill(Read(o.Leaves)!);
                return null;
            case CopyOp o:
                Buffer(o.Source).CopyTo(Buffer(o.Destination));
                return null;
            case SlotOp o:
                _slots[o.Slot.Id] = Memory.Zero(o.Slot.Type);
                return null;
            case SetSlotOp o:
                _slots[o.Slot.Id] = this[o.Value];
                return null;
            case GetSlotOp o:
                return _slots[o.Slot.Id];
            case TapePushOp o:
                _tape.Push(new Memory(((BufferType)o.Result.Type).Element, Convert.ToInt32(this[o.Count])));
                return _tape.Peek();
            case TapePopOp:
                return _tape.Pop();
            case ForeignOp or StaticBufferOp:
                throw new NotSupportedException(op.GetType().Name);
            default:
                return null;
        }
    }

    private Memory Buffer(IrValue value) => (Memory)this[value]!;

    private int[] Integers(EquatableArray<IrValue> values) => values.Select(value => Convert.ToInt32(this[value])).ToArray();

    private object?[] Read(EquatableArray<IrValue> values) => values.Select(value => this[value]).ToArray();

    private void Define(EquatableArray<IrValue> results, object?[] values)
    {
        for (int i = 0; i < results.Length; i++)
            this[results[i]] = values[i];
    }
}

/// <summary>A <c>throw</c> of the interpreted program.</summary>
internal sealed class ThrownByProgramException : Exception;
