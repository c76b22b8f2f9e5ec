using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Analysis;
using DiffGen.Generator.Common;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;
using DiffGen.Generator.Optimization.Lanes;

namespace DiffGen.Generator.Optimization.Threads;

/// <summary>Writes a loop twice: as a function that runs some of its iterations, and as the code that has all parts run and puts their results together.</summary>
internal sealed class ThreadedLoopWriter
{
    private readonly MethodFacts _facts;
    private readonly LaneMemoryRoles _roles;
    private readonly EquatableArray<ThreadedSum> _sums;
    private readonly ForOp _loop;
    private readonly IdSource _ids;
    private readonly ThreadedInputs _inputs;
    private readonly bool _isPlain;

    public ThreadedLoopWriter(MethodFacts facts, LaneMemoryRoles roles, EquatableArray<ThreadedSum> sums, ForOp loop, IdSource ids)
    {
        _facts = facts;
        _roles = roles;
        _sums = sums;
        _loop = loop;
        _ids = ids;
        _inputs = new ThreadedInputs(facts, roles, loop, ids);
        _isPlain = loop.Step == 1 && facts.ConstantOf(loop.Start) is { IsOpaque: false, Bits: 0 };
    }

    /// <summary>Adds what stands in the place of the loop, and returns the function for its parts.</summary>
    /// <exception cref="NoLanesException">Threads cannot be given what the loop uses.</exception>
    public CoreFunction Write(RegionBuilder main, string key, EquatableArray<string> lines)
    {
        if (_loop.Induction.Type != IrType.I32)
            throw new NoLanesException("the loop does not count in int");
        if (_roles.LastIterationIsSeen)
            throw new NoLanesException("memory that each iteration fills anew is read after the loop");
        var free = Free().ToList();
        foreach (var value in free)
            _inputs.Bring(value);
        if (!_isPlain)
            _inputs.Bring(_loop.Start);
        CheckShared();
        var terms = _sums.SelectMany(sum => sum.Links).ToDictionary(link => link.Op.Result.Id, link => _inputs.Memory(link.Op.Result.Type, link.Op.Result.Name + "Terms"));
        var parts = _sums.Where(sum => !sum.IsOrdered).ToDictionary(sum => sum.Index, sum => _inputs.Memory(_loop.Results[sum.Index].Type, _loop.Body.Parameters[sum.Index].Name + "Parts"));
        var chunk = Part(key, terms, parts, lines);

        bool isLength = _isPlain && _facts.OpOf(_loop.End) is LengthOp;
        var count = TripCounts.Emit(main, _loop, _loop.Start, _loop.End, isLength);
        IrValue size = main.Int(0);
        var lengths = _inputs.Sums.ToDictionary(sum => sum.Root.Id, sum => main.Length(sum.Root));
        foreach (var length in lengths.Values)
            size = main.Apply("add", IrType.I32, size, length);
        var chunks = _ids.Value(IrType.I32, "chunks");
        main.Add(new ForeignOp([chunks], "global::DiffGen.CompilerServices.ParallelLoop.Chunks({0}, {1}, {2})", [count, main.Int(ThreadedCost.Of(_loop.Body)), size], IsPure: true, StopsDerivative: true, Accessible: true) { IsTotal = true });
        var several = main.Apply("gt", IrType.Bool, chunks, main.Int(1));
        var then = new RegionBuilder(_ids);
        var results = Several(then, key, count, chunks, lengths, terms, parts);
        var otherwise = _loop with { Results = _loop.Results.Map(result => _ids.Value(result.Type, result.Name)) };
        main.Add(new IfOp(_loop.Results, several, then.Finish(new Yield(results)), new Region(default, [otherwise], new Yield(otherwise.Results))));
        return chunk with { NextId = _ids.NextId };
    }

    // Whatever all iterations add to, each part must have its own of: also what is reached through rows or objects, which are handed on as they are.
    private void CheckShared()
    {
        foreach (var op in OpShape.AllOps(_loop.Body).OfType<AccumulateOp>().Where(op => _roles.IsSums(_facts.Aliases.ClassOf(op.Buffer))))
        {
            var root = op.Buffer;
            while (_facts.OpOf(root) is SliceOp slice)
                root = slice.Buffer;
            if (!_inputs.Sums.Any(sum => sum.Root.Id == root.Id))
                throw new NoLanesException($"threads cannot have '{op.Buffer.Name}' of their own");
        }
    }

    private IEnumerable<IrValue> Free()
    {
        var seen = new HashSet<int>();
        var slots = new HashSet<int>(OpShape.AllOps(_loop.Body).OfType<SlotOp>().Select(op => op.Slot.Id));
        foreach (var op in OpShape.AllOps(_loop.Body))
        {
            if (op is GetSlotOp { Slot.Id: var read } && !slots.Contains(read) || op is SetSlotOp { Slot.Id: var written } && !slots.Contains(written))
                throw new NoLanesException("iterations use a local of the other sweep");
            if (_facts.Effects.HasForeignEffects(op))
                throw new NoLanesException("it runs code that must run exactly once");
        }
        foreach (var value in Used(_loop.Body))
        {
            if (!_facts.DefinitionOf(value).Node.IsWithin(_facts.NodeOf(_loop.Body)) && seen.Add(value.Id))
                yield return value;
        }
    }

    private static IEnumerable<IrValue> Used(Region region) =>
        region.Ops.SelectMany(op => OpShape.Operands(op).Concat(OpShape.Regions(op).SelectMany(Used))).Concat(OpShape.Operands(region.End));

    private CoreFunction Part(string key, IReadOnlyDictionary<int, IrValue> terms, IReadOnlyDictionary<int, IrValue> parts, EquatableArray<string> lines)
    {
        var builder = _inputs.Prologue;
        IrValue from = _inputs.From, to = _inputs.To;
        if (!_isPlain)
        {
            var step = builder.Int((int)_loop.Step);
            from = builder.Apply("add", IrType.I32, _inputs.Map(_loop.Start), builder.Apply("mul", IrType.I32, from, step));
            to = builder.Apply("add", IrType.I32, _inputs.Map(_loop.Start), builder.Apply("mul", IrType.I32, to, step));
        }
        var body = new RegionBuilder(_ids);
        IrValue number = _loop.Induction;
        if (!_isPlain)
            number = body.Apply("div", IrType.I32, body.Apply("sub", IrType.I32, _loop.Induction, _inputs.Map(_loop.Start)), body.Int((int)_loop.Step));
        var links = _sums.SelectMany(sum => sum.Links).ToDictionary(link => link.Op.Result.Id);
        foreach (var op in _loop.Body.Ops)
        {
            if (op is ApplyOp sum && links.TryGetValue(sum.Result.Id, out var link))
                body.Add(new StoreOp(terms[sum.Result.Id], [number], default, _inputs.Map(link.Op.Arguments[link.Position])));
            else
                body.Add(_inputs.Copy(op));
        }
        var kept = _sums.Where(sum => !sum.IsOrdered).Select(sum => sum.Index).ToList();
        var values = ((Yield)_loop.Body.End).Values;
        var region = body.Finish(new Yield(kept.Select(i => _inputs.Map(values[i])).ToEquatableArray())) with { Parameters = kept.Select(i => _loop.Body.Parameters[i]).ToEquatableArray() };
        var results = kept.Select(i => _ids.Value(_loop.Results[i].Type, _loop.Results[i].Name)).ToEquatableArray();
        var zeros = kept.Select(i => builder.Float(0, _loop.Results[i].Type)).ToEquatableArray();
        builder.Add(new ForOp(results, _loop.Label, _loop.Induction, from, to, _loop.Step, false, zeros, region) { Line = _loop.Line });
        for (int k = 0; k < kept.Count; k++)
            builder.Add(new StoreOp(parts[kept[k]], [_inputs.Chunk], default, results[k]));
        var whole = builder.Finish(new Break(IrMethod.ReturnLabel, default, -1));
        return new CoreFunction(key, CoreKind.Primal, "", [.. _inputs.Parameters, _inputs.Chunk, _inputs.From, _inputs.To], whole, default, ReverseTransform.NeedsTape(whole), default, lines, _ids.NextId)
        {
            IsChunk = true,
        };
    }

    private EquatableArray<IrValue> Several(RegionBuilder builder, string key, IrValue count, IrValue chunks, IReadOnlyDictionary<int, IrValue> lengths,
        IReadOnlyDictionary<int, IrValue> terms, IReadOnlyDictionary<int, IrValue> parts)
    {
        var mark = _ids.Value(IrType.I32, "mark");
        builder.Add(new ScratchMarkOp(mark));
        foreach (var sum in _inputs.Sums)
            builder.Add(new AllocateOp(sum.Parts, [builder.Apply("mul", IrType.I32, chunks, lengths[sum.Root.Id])], Storage.Scratch));
        foreach (var memory in terms.Values)
            builder.Add(new AllocateOp(memory, [count], Storage.Scratch));
        foreach (var memory in parts.Values)
            builder.Add(new AllocateOp(memory, [chunks], Storage.Scratch));
        var arguments = _inputs.Parameters.Select(parameter => _inputs.Sums.FirstOrDefault(sum => sum.Length.Equals(parameter)) is { } sized ? lengths[sized.Root.Id] : parameter);
        builder.Add(new CallOp(default, key, CallKind.Primal, [.. arguments, chunks, count]));
        foreach (var sum in _inputs.Sums)
            AddUp(builder, sum, lengths[sum.Root.Id], chunks);
        var results = _sums.Select(sum => sum.IsOrdered ? InOrder(builder, sum, terms, count) : AnyOrder(builder, sum.Index, parts[sum.Index], chunks)).ToEquatableArray();
        builder.Add(new ScratchReleaseOp(mark));
        return results;
    }

    // Part after part, so that the bits do not depend on who was first; the elements have nothing to do with each other.
    private void AddUp(RegionBuilder builder, SharedSum sum, IrValue length, IrValue chunks)
    {
        var index = _ids.Value(IrType.I32, "k");
        var body = new RegionBuilder(_ids);
        foreach (var leaf in ElementPaths.Of(((BufferType)sum.Root.Type).Element).Where(leaf => leaf.Carries && leaf.Type.IsFloat))
        {
            var chunk = _ids.Value(IrType.I32, "chunk");
            var inner = new RegionBuilder(_ids);
            var value = _ids.Value(leaf.Type, "total");
            var place = inner.Apply("add", IrType.I32, inner.Apply("mul", IrType.I32, chunk, length), index);
            var next = inner.Apply("add", leaf.Type, value, inner.Load(leaf.Type, sum.Parts, [place], leaf.Path));
            var total = _ids.Value(leaf.Type, "total");
            body.Add(new ForOp([total], _ids.Label(), chunk, body.Int(0), chunks, 1, false, [body.Load(leaf.Type, sum.Root, [index], leaf.Path)], inner.Finish(new Yield([next]), value)));
            body.Add(new StoreOp(sum.Root, [index], leaf.Path, total));
        }
        builder.Add(new ForOp(default, _ids.Label(), index, builder.Int(0), length, 1, false, default, body.Finish(new Yield(default))));
    }

    private IrValue InOrder(RegionBuilder builder, ThreadedSum sum, IReadOnlyDictionary<int, IrValue> terms, IrValue count)
    {
        var body = new RegionBuilder(_ids);
        var index = _ids.Value(IrType.I32, "i");
        var parameter = _ids.Value(_loop.Results[sum.Index].Type, _loop.Body.Parameters[sum.Index].Name);
        var value = parameter;
        foreach (var link in sum.Links)
        {
            var term = body.Load(value.Type, terms[link.Op.Result.Id], [index], default);
            value = body.Apply(link.Op.Primitive, value.Type, link.Position == 1 ? value : term, link.Position == 1 ? term : value);
        }
        return Fold(builder, sum.Index, index, count, parameter, body, value);
    }

    private IrValue AnyOrder(RegionBuilder builder, int sum, IrValue parts, IrValue chunks)
    {
        var body = new RegionBuilder(_ids);
        var index = _ids.Value(IrType.I32, "chunk");
        var parameter = _ids.Value(_loop.Results[sum].Type, _loop.Body.Parameters[sum].Name);
        var value = body.Apply("add", parameter.Type, parameter, body.Load(parameter.Type, parts, [index], default));
        return Fold(builder, sum, index, chunks, parameter, body, value);
    }

    private IrValue Fold(RegionBuilder builder, int sum, IrValue index, IrValue count, IrValue parameter, RegionBuilder body, IrValue next)
    {
        var result = _ids.Value(parameter.Type, _loop.Results[sum].Name);
        builder.Add(new ForOp([result], _ids.Label(), index, builder.Int(0), count, 1, false, [_loop.Initial[sum]], body.Finish(new Yield([next]), parameter)));
        return result;
    }
}
