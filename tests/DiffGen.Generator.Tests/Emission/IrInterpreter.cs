using System;
using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Tests.Emission;

/// <summary>Runs IR as its records define it: what printed code is compared with.</summary>
internal sealed class IrInterpreter
{
    private readonly Dictionary<int, object> _values = [];
    private readonly Dictionary<int, object> _slots = [];

    /// <summary>How a region ended. Label −1 is a Yield.</summary>
    private readonly record struct Exit(int Label, bool IsContinue, object[] Values);

    private const int Yielded = -1;

    public static object[] Run(IReadOnlyList<IrValue> parameters, Region body, object[] arguments)
    {
        var interpreter = new IrInterpreter();
        for (int i = 0; i < arguments.Length; i++)
            interpreter._values[parameters[i].Id] = arguments[i];
        return interpreter.Run(body).Values;
    }

    private object this[IrValue of]
    {
        get => _values[of.Id];
        set => _values[of.Id] = value;
    }

    private object[] All(EquatableArray<IrValue> values) => [.. values.Select(v => _values[v.Id])];

    private void Bind(EquatableArray<IrValue> targets, object[] values)
    {
        for (int i = 0; i < targets.Length; i++)
            _values[targets[i].Id] = values[i];
    }

    private Exit Run(Region region)
    {
        foreach (Op op in region.Ops)
        {
            if (Run(op) is { } exit)
                return exit;
        }
        return region.End switch
        {
            Yield end => new Exit(Yielded, false, All(end.Values)),
            Break end => new Exit(end.Label, false, All(end.Values)),
            Continue end => new Exit(end.Label, true, All(end.Values)),
            _ => throw new InvalidOperationException("thrown"),
        };
    }

    // Returns an exit that leaves the operation's surroundings too.
    private Exit? Run(Op op)
    {
        switch (op)
        {
            case IfOp o:
                return Finish(Run((bool)this[o.Condition] ? o.Then : o.Else), o.Results, null);
            case BlockOp o:
                return Finish(Run(o.Body), o.Results, o.Label);
            case ForOp o:
                return For(o);
            case LoopOp o:
                Bind(o.Body.Parameters, All(o.Initial));
                while (true)
                {
                    Exit exit = Run(o.Body);
                    if (exit.Label == Yielded || (exit.Label == o.Label && exit.IsContinue))
                        Bind(o.Body.Parameters, exit.Values);
                    else
                        return Finish(exit, o.Results, o.Label);
                }
            default:
                Simple(op);
                return null;
        }
    }

    private Exit? For(ForOp o)
    {
        Bind(o.Body.Parameters, All(o.Initial));
        int end = (int)this[o.End];
        for (int i = (int)this[o.Start]; o.Step > 0 ? (o.Inclusive ? i <= end : i < end) : (o.Inclusive ? i >= end : i > end); i += (int)o.Step)
        {
            this[o.Induction] = i;
            Exit exit = Run(o.Body);
            if (exit.Label == Yielded || (exit.Label == o.Label && exit.IsContinue))
                Bind(o.Body.Parameters, exit.Values);
            else
                return Finish(exit, o.Results, o.Label);
        }
        Bind(o.Results, All(o.Body.Parameters));
        return null;
    }

    private Exit? Finish(Exit exit, EquatableArray<IrValue> results, int? label)
    {
        if (exit.Label != Yielded && exit.Label != label)
            return exit;
        Bind(results, exit.Values);
        return null;
    }

    private void Simple(Op op)
    {
        switch (op)
        {
            case ConstantOp o:
                this[o.Result] = o.Value.Kind switch
                {
                    ScalarKind.F64 => o.Value.AsDouble,
                    ScalarKind.Bool => o.Value.Bits != 0,
                    _ => (object)(int)o.Value.Bits,
                };
                break;
            case ApplyOp o:
                this[o.Result] = Apply(o);
                break;
            case SelectOp o:
                this[o.Result] = this[(bool)this[o.Condition] ? o.WhenTrue : o.WhenFalse];
                break;
            case LoadOp o:
                this[o.Result] = ((double[])this[o.Buffer])[(int)this[o.Indices[0]]];
                break;
            case StoreOp o:
                ((double[])this[o.Buffer])[(int)this[o.Indices[0]]] = (double)this[o.Value];
                break;
            case AccumulateOp o:
                ((double[])this[o.Buffer])[(int)this[o.Indices[0]]] += (double)this[o.Value];
                break;
            case LengthOp o:
                this[o.Result] = ((double[])this[o.Buffer]).Length;
                break;
            case FillOp o:
                Array.Fill((double[])this[o.Buffer], (double)this[o.Leaves[0]]);
                break;
            case CopyOp o:
                ((double[])this[o.Source]).AsSpan().CopyTo((double[])this[o.Destination]);
                break;
            case SlotOp o:
                _slots[o.Slot.Id] = 0.0;
                break;
            case SetSlotOp o:
                _slots[o.Slot.Id] = this[o.Value];
                break;
            case GetSlotOp o:
                this[o.Result] = _slots[o.Slot.Id];
                break;
        }
    }

    private object Apply(ApplyOp op)
    {
        object[] a = All(op.Arguments);
        return (op.Primitive, a[0]) switch
        {
            ("convert", int i) => (double)i,
            ("not", bool b) => !b,
            ("neg", double x) => -x,
            ("Abs", double x) => Math.Abs(x),
            ("add", double x) => x + (double)a[1],
            ("sub", double x) => x - (double)a[1],
            ("mul", double x) => x * (double)a[1],
            ("div", double x) => x / (double)a[1],
            ("lt", double x) => x < (double)a[1],
            ("ge", double x) => x >= (double)a[1],
            ("eq", double x) => x == (double)a[1],
            ("add", int i) => unchecked(i + (int)a[1]),
            ("sub", int i) => unchecked(i - (int)a[1]),
            ("mul", int i) => unchecked(i * (int)a[1]),
            ("rem", int i) => i % (int)a[1],
            ("lt", int i) => i < (int)a[1],
            ("ge", int i) => i >= (int)a[1],
            ("eq", int i) => i == (int)a[1],
            _ => throw new NotSupportedException(op.Primitive),
        };
    }
}
