using System;
using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Tests.Emission;

/// <summary>Makes random IR of nested constructs with exits of every kind; every loop ends.</summary>
internal sealed class RandomIr
{
    private static readonly string[] s_names = ["x", "y", "s", "t", "i", "", "", ""];
    private static readonly IrType[] s_types = [IrType.F64, IrType.F64, IrType.I32, IrType.Bool];

    private readonly Random _random;
    private readonly IdSource _ids = new(1, 1);
    private readonly List<Target> _targets = [];
    private readonly List<Slot> _slots = [];
    private List<IrValue> _visible = [];
    private int _budget;

    private sealed record Target(int Label, EquatableArray<IrType> Results, EquatableArray<IrType> Carried, bool IsLoop);

    public RandomIr(int seed, int size)
    {
        _random = new Random(seed);
        _budget = size;
        var buffer = new BufferType(IrType.F64, BufferKind.Array);
        Parameters = [_ids.Value(IrType.F64, "x"), _ids.Value(IrType.F64, "y"), _ids.Value(IrType.I32, "n"), _ids.Value(buffer, "a"), _ids.Value(buffer, "b")];
        _visible.AddRange(Parameters);
        _targets.Add(new Target(IrMethod.ReturnLabel, [IrType.F64, IrType.I32], default, false));
        Body = Region([IrType.F64, IrType.I32], default, 0, isBody: true);
    }

    public IrValue[] Parameters { get; }

    public Region Body { get; }

    private bool Chance(double probability) => _random.NextDouble() < probability;

    private IrValue New(IrType type) => _ids.Value(type, s_names[_random.Next(s_names.Length)]);

    private IrValue Pick(RegionBuilder builder, IrType type)
    {
        IrValue[] candidates = [.. _visible.Where(v => v.Type.Equals(type))];
        if (candidates.Length > 0 && Chance(0.85))
            return candidates[Chance(0.5) ? candidates.Length - 1 - _random.Next(Math.Min(4, candidates.Length)) : _random.Next(candidates.Length)];
        if (type.Equals(IrType.F64))
            return builder.Float(_random.Next(-3, 8) / 2.0, type);
        return type.Equals(IrType.I32) ? builder.Int(_random.Next(-1, 5)) : builder.Bool(Chance(0.5));
    }

    private EquatableArray<IrValue> Pick(RegionBuilder builder, EquatableArray<IrType> types) => types.Map(t => Pick(builder, t));

    private IrValue PickBuffer() => _visible.Where(v => v.Type is BufferType).ElementAt(_random.Next(2));

    private EquatableArray<IrType> SomeTypes() => Enumerable.Range(0, _random.Next(0, 4)).Select(_ => s_types[_random.Next(s_types.Length)]).ToEquatableArray();

    private EquatableArray<IrValue> NewAll(EquatableArray<IrType> types) => types.Map(New);

    private Region Region(EquatableArray<IrType> yields, EquatableArray<IrValue> parameters, int depth, bool isBody = false)
    {
        var outer = _visible;
        _visible = [.. outer, .. parameters];
        int slots = _slots.Count;
        var builder = new RegionBuilder(_ids);
        for (int count = _random.Next(isBody ? 6 : 1, isBody ? 14 : 7); count > 0 && _budget > 0; count--)
            Operation(builder, depth);
        Terminator end = isBody ? new Break(IrMethod.ReturnLabel, Pick(builder, yields), -1)
            : Chance(0.8) ? new Yield(Pick(builder, yields))
            : Exit(builder);
        _visible = outer;
        _slots.RemoveRange(slots, _slots.Count - slots);
        return builder.Finish(end, parameters.ToArray());
    }

    private Terminator Exit(RegionBuilder builder)
    {
        Target target = _targets[_random.Next(_targets.Count)];
        if (target.Label == IrMethod.ReturnLabel && Chance(0.5))
            target = _targets[^1];
        return target.IsLoop && Chance(0.4)
            ? new Continue(target.Label, Pick(builder, target.Carried), -1)
            : new Break(target.Label, Pick(builder, target.Results), -1);
    }

    private void Define(IrValue value) => _visible.Add(value);

    private void Operation(RegionBuilder builder, int depth)
    {
        _budget--;
        int choice = _random.Next(depth < 4 ? 30 : 22);
        switch (choice)
        {
            case < 9:
                Arithmetic(builder);
                break;
            case < 12:
                Load(builder);
                break;
            case < 15:
                IrValue index = Index(builder), value = Pick(builder, IrType.F64);
                builder.Add(Chance(0.5) ? new StoreOp(PickBuffer(), [index], default, value) : new AccumulateOp(PickBuffer(), [index], default, value));
                break;
            case 15:
                IrValue selected = New(IrType.F64);
                builder.Add(new SelectOp(selected, Pick(builder, IrType.Bool), Pick(builder, IrType.F64), Pick(builder, IrType.F64)));
                Define(selected);
                break;
            case < 19:
                Slots(builder);
                break;
            case 19:
                builder.Add(new CommentOp("remark"));
                break;
            case 20:
                builder.Add(Chance(0.5) ? new FillOp(PickBuffer(), [Pick(builder, IrType.F64)]) : new CopyOp(PickBuffer(), PickBuffer()));
                break;
            case 21:
                IrValue sum = New(IrType.F64), element = builder.Load(IrType.F64, PickBuffer(), [Index(builder)], default);
                builder.Add(new ApplyOp(sum, "add", [element, Pick(builder, IrType.F64)]));
                Define(sum);
                break;
            case < 26:
                If(builder, depth);
                break;
            case 26:
                Block(builder, depth);
                break;
            case < 29:
                For(builder, depth);
                break;
            default:
                Loop(builder, depth);
                break;
        }
    }

    private IrValue Index(RegionBuilder builder)
    {
        IrValue any = Pick(builder, IrType.I32);
        // Out of range now and then.
        return Chance(0.7) ? builder.Int(_random.Next(0, 3)) : any;
    }

    private void Load(RegionBuilder builder)
    {
        IrValue result = New(IrType.F64);
        builder.Add(new LoadOp(result, PickBuffer(), [Index(builder)], default));
        Define(result);
    }

    private void Arithmetic(RegionBuilder builder)
    {
        IrValue result;
        switch (_random.Next(8))
        {
            case 0:
                result = New(IrType.I32);
                builder.Add(new ApplyOp(result, Chance(0.15) ? "rem" : Chance(0.5) ? "add" : "sub", [Pick(builder, IrType.I32), Pick(builder, IrType.I32)]));
                break;
            case 1:
                IrType compared = Chance(0.5) ? IrType.F64 : IrType.I32;
                result = New(IrType.Bool);
                builder.Add(new ApplyOp(result, Chance(0.4) ? "lt" : Chance(0.5) ? "ge" : "eq", [Pick(builder, compared), Pick(builder, compared)]));
                break;
            case 2:
                result = Chance(0.5) ? New(IrType.Bool) : New(IrType.F64);
                builder.Add(result.Type.Equals(IrType.Bool) ? new ApplyOp(result, "not", [Pick(builder, IrType.Bool)]) : new ApplyOp(result, "convert", [Pick(builder, IrType.I32)]));
                break;
            case 3:
                result = New(IrType.F64);
                builder.Add(new ApplyOp(result, Chance(0.5) ? "neg" : "Abs", [Pick(builder, IrType.F64)]));
                break;
            default:
                result = New(IrType.F64);
                string[] operators = ["add", "sub", "mul", "div"];
                builder.Add(new ApplyOp(result, operators[_random.Next(4)], [Pick(builder, IrType.F64), Pick(builder, IrType.F64)]));
                break;
        }
        Define(result);
    }

    private void Slots(RegionBuilder builder)
    {
        if (_slots.Count == 0 || Chance(0.2))
        {
            Slot slot = _ids.Slot(IrType.F64, Chance(0.5) ? "saved" : "x");
            builder.Add(new SlotOp(slot));
            _slots.Add(slot);
        }
        Slot used = _slots[_random.Next(_slots.Count)];
        if (Chance(0.5))
            builder.Add(new SetSlotOp(used, Pick(builder, IrType.F64)));
        else
        {
            IrValue read = New(IrType.F64);
            builder.Add(new GetSlotOp(read, used));
            Define(read);
        }
    }

    private void If(RegionBuilder builder, int depth)
    {
        IrValue condition = Pick(builder, IrType.Bool);
        EquatableArray<IrType> types = SomeTypes();
        EquatableArray<IrValue> results = NewAll(types);
        Region then = Region(types, default, depth + 1), otherwise = Chance(0.3) ? Trivial(types) : Region(types, default, depth + 1);
        // Someone has to go on.
        if (then.End is not Yield && otherwise.End is not Yield)
            otherwise = Trivial(types);
        builder.Add(new IfOp(results, condition, then, otherwise));
        _visible.AddRange(results);
    }

    private Region Trivial(EquatableArray<IrType> types)
    {
        var builder = new RegionBuilder(_ids);
        return builder.Finish(new Yield(Pick(builder, types)));
    }

    private void Block(RegionBuilder builder, int depth)
    {
        EquatableArray<IrType> types = SomeTypes();
        int label = _ids.Label();
        _targets.Add(new Target(label, types, default, false));
        Region body = Region(types, default, depth + 1);
        _targets.RemoveAt(_targets.Count - 1);
        if (body.End is not Yield)
            body = body with { End = new Break(label, Constants(body, types, out var ops), -1), Ops = ops };
        EquatableArray<IrValue> results = NewAll(types);
        builder.Add(new BlockOp(results, label, body));
        _visible.AddRange(results);
    }

    private EquatableArray<IrValue> Constants(Region region, EquatableArray<IrType> types, out EquatableArray<Op> ops)
    {
        var builder = new RegionBuilder(_ids);
        EquatableArray<IrValue> values = types.Map(t => t.Equals(IrType.F64) ? builder.Float(1.5, t) : t.Equals(IrType.I32) ? builder.Int(2) : builder.Bool(true));
        ops = region.Ops.Concat(builder.Finish(new Yield(default)).Ops).ToEquatableArray();
        return values;
    }

    private void For(RegionBuilder builder, int depth)
    {
        EquatableArray<IrType> types = SomeTypes();
        EquatableArray<IrValue> initial = Pick(builder, types), results = NewAll(types), parameters = NewAll(types);
        bool down = Chance(0.4);
        int low = _random.Next(-1, 2), high = _random.Next(0, 4);
        IrValue start = builder.Int(down ? high : low), end = builder.Int(down ? low : high), induction = New(IrType.I32);
        int label = _ids.Label();
        _targets.Add(new Target(label, types, types, true));
        _visible.Add(induction);
        Region body = Region(types, parameters, depth + 1);
        _visible.Remove(induction);
        _targets.RemoveAt(_targets.Count - 1);
        builder.Add(new ForOp(results, label, induction, start, end, (down ? -1 : 1) * _random.Next(1, 3), Chance(0.5), initial, body));
        _visible.AddRange(results);
    }

    // Carries a counter that is tested at the start or the end of the body; continues go to a counted loop inside.
    private void Loop(RegionBuilder builder, int depth)
    {
        EquatableArray<IrType> own = SomeTypes();
        EquatableArray<IrType> types = [IrType.I32, .. own];
        EquatableArray<IrValue> initial = [builder.Int(_random.Next(0, 3)), .. Pick(builder, own)];
        EquatableArray<IrValue> results = NewAll(types), parameters = NewAll(types);
        int label = _ids.Label();
        _targets.Add(new Target(label, types, default, false));
        var outer = _visible;
        int slots = _slots.Count;
        _visible = [.. outer, .. parameters];
        var body = new RegionBuilder(_ids);
        bool atStart = Chance(0.5);
        if (atStart)
            Test(body, label, parameters[0], types);
        for (int count = _random.Next(0, 4); count > 0; count--)
            Operation(body, depth + 1);
        IrValue next = New(IrType.I32);
        body.Add(new ApplyOp(next, "add", [parameters[0], body.Int(1)]));
        _visible.Add(next);
        EquatableArray<IrValue> yielded = [next, .. Pick(body, own)];
        if (!atStart)
            Test(body, label, next, types, Chance(0.5) ? yielded : null);
        _visible = outer;
        _slots.RemoveRange(slots, _slots.Count - slots);
        _targets.RemoveAt(_targets.Count - 1);
        builder.Add(new LoopOp(results, label, initial, body.Finish(new Yield(yielded), parameters.ToArray())));
        _visible.AddRange(results);
    }

    private void Test(RegionBuilder body, int label, IrValue counter, EquatableArray<IrType> types, EquatableArray<IrValue>? values = null)
    {
        IrValue done = body.Apply("ge", IrType.Bool, counter, body.Int(3));
        Region leave = new(default, default, new Break(label, values ?? Pick(body, types), -1)), stay = new(default, default, new Yield(default));
        if (Chance(0.5))
            body.Add(new IfOp([], done, leave, stay));
        else
            body.Add(new IfOp([], body.Apply("not", IrType.Bool, done), stay, leave));
    }
}
