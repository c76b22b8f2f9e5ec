using System;
using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Tests.Interpretation;

/// <summary>Writes IR methods by hand, in the manner of the code they stand for.</summary>
internal sealed class MethodBuilder
{
    public static readonly BufferType Span = new(IrType.F64, BufferKind.Span);
    public static readonly BufferType Vector = new(IrType.F64, BufferKind.Array);
    public static readonly BufferType Jagged = new(Vector, BufferKind.Array);

    private readonly List<IrParameter> _declared = new();
    private readonly List<IrValue> _parameters = new();

    public MethodBuilder() => Body = new RegionBuilder(Ids);

    public IdSource Ids { get; } = new(1, 1);

    /// <summary>The region that operations are appended to.</summary>
    public RegionBuilder Body { get; private set; }

    public IrValue Parameter(string name, IrType? type = null, ParameterMode mode = ParameterMode.Value, bool noDerivative = false)
    {
        _declared.Add(new IrParameter(name, "", type ?? IrType.F64, mode, noDerivative, null, false, false));
        _parameters.Add(Ids.Value(type ?? IrType.F64, name));
        return _parameters[^1];
    }

    public IrValue Number(double value) => Body.Float(value, IrType.F64);

    public IrValue Int(int value) => Body.Int(value);

    public IrValue Apply(string primitive, params IrValue[] arguments) => Body.Apply(primitive, arguments[0].Type, arguments);

    public IrValue Named(string name, string primitive, params IrValue[] arguments) => Body.ApplyNamed(name, primitive, arguments[0].Type, arguments);

    public IrValue Test(string comparison, IrValue left, IrValue right) => Body.Apply(comparison, IrType.Bool, left, right);

    public IrValue Load(IrValue buffer, params IrValue[] indices) => Body.Load(((BufferType)buffer.Type).Element, buffer, indices.ToEquatableArray(), default);

    public void Store(IrValue buffer, IrValue index, IrValue value) => Body.Add(new StoreOp(buffer, [index], default, value));

    public IrValue Allocate(IrType type, params IrValue[] sizes)
    {
        var result = Ids.Value(type);
        Body.Add(new AllocateOp(result, sizes.ToEquatableArray(), Storage.Scratch));
        return result;
    }

    /// <summary>A nested region: what <paramref name="write"/> appends, ended by the terminator it returns.</summary>
    public Region Region(Func<Terminator> write, params IrValue[] parameters)
    {
        var outer = Body;
        Body = new RegionBuilder(Ids);
        var end = write();
        var region = Body.Finish(end, parameters);
        Body = outer;
        return region;
    }

    public IrValue[] If(IrValue condition, IrType[] types, Func<Terminator> then, Func<Terminator> otherwise)
    {
        var results = types.Select(type => Ids.Value(type)).ToArray();
        var op = new IfOp(results.ToEquatableArray(), condition, Region(then), Region(otherwise));
        Body.Add(op);
        return results;
    }

    public IrValue[] For(IrValue start, IrValue end, IrValue[] initial, Func<IrValue, IrValue[], int, Terminator> body, long step = 1)
    {
        var results = initial.Select(value => Ids.Value(value.Type)).ToArray();
        var carried = initial.Select(value => Ids.Value(value.Type)).ToArray();
        var induction = Ids.Value(IrType.I32, "i");
        int label = Ids.Label();
        Body.Add(new ForOp(results.ToEquatableArray(), label, induction, start, end, step, false, initial.ToEquatableArray(),
            Region(() => body(induction, carried, label), carried)));
        return results;
    }

    public IrValue[] Loop(IrValue[] initial, Func<IrValue[], int, Terminator> body)
    {
        var results = initial.Select(value => Ids.Value(value.Type)).ToArray();
        var carried = initial.Select(value => Ids.Value(value.Type)).ToArray();
        int label = Ids.Label();
        Body.Add(new LoopOp(results.ToEquatableArray(), label, initial.ToEquatableArray(), Region(() => body(carried, label), carried)));
        return results;
    }

    public IrValue[] Block(IrType[] types, Func<int, Terminator> body)
    {
        var results = types.Select(type => Ids.Value(type)).ToArray();
        int label = Ids.Label();
        Body.Add(new BlockOp(results.ToEquatableArray(), label, Region(() => body(label))));
        return results;
    }

    public IrValue[] Call(string callee, IrType[] types, params IrValue[] arguments)
    {
        var results = types.Select(type => Ids.Value(type)).ToArray();
        Body.Add(new CallOp(results.ToEquatableArray(), callee, CallKind.Primal, arguments.ToEquatableArray()));
        return results;
    }

    public static Terminator Yield(params IrValue[] values) => new Yield(values.ToEquatableArray());

    public static Terminator Break(int label, params IrValue[] values) => new Break(label, values.ToEquatableArray(), -1);

    public static Terminator Continue(int label, params IrValue[] values) => new Continue(label, values.ToEquatableArray(), -1);

    public static Terminator Return(params IrValue[] values) => Break(IrMethod.ReturnLabel, values);

    /// <summary>The finished method, named <paramref name="key"/>.</summary>
    public IrMethod Finish(string key, IrType? returnType, Terminator end)
    {
        var signature = new IrSignature("", default, "public", key, key, _declared.ToEquatableArray(), "", returnType, false, default, key, false);
        return new IrMethod(key, signature, _parameters.ToEquatableArray(), Body.Finish(end), default, Ids.NextId, Ids.NextLabel);
    }
}
