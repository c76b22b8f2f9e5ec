using System;
using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Ir;
using DiffGen.Generator.Optimization;
using DiffGen.Generator.Tests.Interpretation;
using static DiffGen.Generator.Tests.Interpretation.MethodBuilder;

namespace DiffGen.Generator.Tests.Optimization;

/// <summary>Makes methods of random operations, branches, loops, exits and memory accesses. Some throw on some arguments.</summary>
internal sealed class RandomMethod
{
    private static readonly string[] s_binary = ["add", "sub", "mul", "add", "mul", "Max", "Min"];
    private static readonly string[] s_unary = ["neg", "Sin", "Tanh", "Abs", "neg"];
    private static readonly string[] s_tests = ["lt", "le", "gt", "ge"];
    private static readonly double[] s_numbers = [0, -0.0, 1, -1, 0.5, 2];

    private readonly Random _random;
    private readonly MethodBuilder _m = new();
    private readonly List<IrValue> _floats = new();
    private readonly List<IrValue> _integers = new();
    private readonly List<IrValue> _conditions = new();
    private readonly List<IrValue> _buffers = new();
    private readonly List<(int Label, bool IsLoop, int Count)> _targets = new();

    private RandomMethod(int seed) => _random = new Random(seed);

    /// <summary>A method of two numbers, a count and a buffer.</summary>
    public static IrMethod Make(int seed)
    {
        var method = new RandomMethod(seed).Method();
        return method with { Body = new UnreachableCode().Run(method.Body) };
    }

    private IrMethod Method()
    {
        _floats.Add(_m.Parameter("x"));
        _floats.Add(_m.Parameter("y"));
        _integers.Add(_m.Parameter("n", IrType.I32));
        _buffers.Add(_m.Parameter("a", Span));
        _conditions.Add(_m.Test("lt", _floats[0], _floats[1]));
        Statements(12, depth: 0);
        return _m.Finish("F", IrType.F64, Return(Any(_floats)));
    }

    private void Statements(int count, int depth)
    {
        for (int i = 0; i < count; i++)
            Statement(depth);
    }

    private void Statement(int depth)
    {
        switch (_random.Next(depth < 3 ? 19 : 13))
        {
            case 0 or 1 or 2:
                _floats.Add(_m.Apply(Any(s_binary), Any(_floats), Any(_floats)));
                break;
            case 3 or 4:
                _floats.Add(_m.Apply(Any(s_unary), Any(_floats)));
                break;
            case 5:
                _floats.Add(_m.Number(Any(s_numbers)));
                break;
            case 6:
                _integers.Add(_random.Next(2) == 0 ? _m.Int(_random.Next(-1, 4)) : _m.Apply(Any(["add", "sub", "mul"]), Any(_integers), Any(_integers)));
                break;
            case 7:
                _conditions.Add(_random.Next(4) switch
                {
                    0 => _m.Apply("not", Any(_conditions)),
                    1 => _m.Test(Any(s_tests), Any(_integers), Any(_integers)),
                    2 => _m.Body.Bool(_random.Next(2) == 0),
                    _ => _m.Test(Any(s_tests), Any(_floats), Any(_floats)),
                });
                break;
            case 8:
                var chosen = _m.Ids.Value(IrType.F64);
                _m.Body.Add(new SelectOp(chosen, Any(_conditions), Any(_floats), Any(_floats)));
                _floats.Add(chosen);
                break;
            case 9:
                _floats.Add(_m.Load(Any(_buffers), Index()));
                break;
            case 10:
                _m.Store(Any(_buffers), Index(), Any(_floats));
                break;
            case 11:
                _integers.Add(_m.Body.Length(Any(_buffers)));
                break;
            case 12:
                _buffers.Add(_m.Allocate(Span, _m.Int(_random.Next(1, 4))));
                break;
            case 13 or 14:
                If(depth);
                break;
            case 15:
                For(depth);
                break;
            case 16:
                Loop(depth);
                break;
            case 17:
                Block(depth);
                break;
            case 18:
                Slot(depth);
                break;
        }
    }

    private void If(int depth)
    {
        int count = _random.Next(3);
        _floats.AddRange(_m.If(Any(_conditions), Types(count), () => Scope(() => End(count, depth)), () => Scope(() => End(count, depth))));
    }

    private void For(int depth)
    {
        var initial = Values(_random.Next(3));
        bool overLength = _random.Next(2) == 0;
        var end = overLength ? _m.Body.Length(_buffers[0]) : _m.Int(_random.Next(4));
        _floats.AddRange(_m.For(_m.Int(0), end, initial, (i, carried, label) => Scope(() =>
        {
            _integers.Add(i);
            if (overLength)
                _floats.Add(_m.Load(_buffers[0], i));
            _floats.AddRange(carried);
            return Nested(label, isLoop: true, carried.Length, () => Next(carried, depth));
        })));
    }

    // Ends for certain: the first carried value is counted up by the generator.
    private void Loop(int depth)
    {
        var counter = _m.Number(0);
        var initial = Values(_random.Next(3)).Prepend(counter).ToArray();
        _floats.AddRange(_m.Loop(initial, (carried, label) => Scope(() =>
        {
            var next = _m.Apply("add", carried[0], _m.Number(1));
            _m.If(_m.Test("gt", next, _m.Number(3)), [], () => Break(label, carried), () => Yield());
            _floats.AddRange(carried);
            Statements(3, depth + 1);
            return Yield(carried.Skip(1).Select(value => _random.Next(2) == 0 ? value : Any(_floats)).Prepend(next).ToArray());
        })));
    }

    private void Block(int depth)
    {
        int count = _random.Next(3);
        _floats.AddRange(_m.Block(Types(count), label => Scope(() => Nested(label, isLoop: false, count, () => End(count, depth)))));
    }

    private void Slot(int depth)
    {
        var slot = _m.Ids.Slot(IrType.F64, "s");
        _m.Body.Add(new SlotOp(slot));
        _m.If(Any(_conditions), [], () => Scope(() =>
        {
            _m.Body.Add(new SetSlotOp(slot, Any(_floats)));
            return Yield();
        }), () => Yield());
        if (_random.Next(2) == 0)
            return;
        Statements(2, depth);
        _floats.Add(_m.Ids.Value(IrType.F64));
        _m.Body.Add(new GetSlotOp(_floats[^1], slot));
    }

    private Terminator Nested(int label, bool isLoop, int count, Func<Terminator> write)
    {
        _targets.Add((label, isLoop, count));
        var end = write();
        _targets.RemoveAt(_targets.Count - 1);
        return end;
    }

    private Terminator Next(IrValue[] carried, int depth)
    {
        Statements(3, depth + 1);
        return Yield(carried.Select(value => _random.Next(2) == 0 ? value : Any(_floats)).ToArray());
    }

    private Terminator End(int count, int depth)
    {
        Statements(_random.Next(4), depth + 1);
        if (_random.Next(6) != 0)
            return Yield(Values(count));
        if (_random.Next(5) == 0)
            return _random.Next(2) == 0 ? Return(Any(_floats)) : new Throw("new Exception()", default, -1, -1);
        if (_targets.Count == 0)
            return Yield(Values(count));
        var target = _targets[_random.Next(_targets.Count)];
        return target.IsLoop && _random.Next(2) == 0 ? Continue(target.Label, Values(target.Count)) : Break(target.Label, Values(target.Count));
    }

    // What a region defines is not visible after it.
    private Terminator Scope(Func<Terminator> write)
    {
        int floats = _floats.Count, integers = _integers.Count, conditions = _conditions.Count, buffers = _buffers.Count;
        var end = write();
        _floats.RemoveRange(floats, _floats.Count - floats);
        _integers.RemoveRange(integers, _integers.Count - integers);
        _conditions.RemoveRange(conditions, _conditions.Count - conditions);
        _buffers.RemoveRange(buffers, _buffers.Count - buffers);
        return end;
    }

    // Mostly small, so that most accesses are in range.
    private IrValue Index() => _random.Next(12) == 0 ? Any(_integers) : _m.Int(_random.Next(10) == 0 ? 2 : 0);

    private IrValue[] Values(int count) => Enumerable.Range(0, count).Select(_ => Any(_floats)).ToArray();

    private static IrType[] Types(int count) => Enumerable.Repeat<IrType>(IrType.F64, count).ToArray();

    private T Any<T>(IReadOnlyList<T> items) => items[_random.Next(items.Count)];
}
