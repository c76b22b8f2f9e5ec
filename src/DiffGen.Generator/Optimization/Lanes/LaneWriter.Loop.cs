using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization.Lanes;

// The loop itself: as many whole vectors of iterations as there are, then the iterations that are left, one by one.
internal sealed partial class LaneWriter
{
    /// <summary>Writes both loops in the place of the one.</summary>
    /// <param name="rest">The loop as it runs for the last iterations.</param>
    public void Replace(RegionBuilder builder, ForOp rest)
    {
        int shift = _facts.Width == 8 ? 3 : 4;
        bool isPlainLength = _method.ConstantOf(_loop.Start) is { IsOpaque: false, Bits: 0 } && _method.OpOf(_loop.End) is LengthOp;
        var count = TripCounts.Emit(builder, _loop, _loop.Start, _loop.End, isPlainLength);
        foreach (var rows in _facts.MeasuredRows)
        {
            var even = _ids.Value(IrType.I32, "even");
            builder.Add(new ForeignOp([even], "global::DiffGen.CompilerServices.LaneMemory.EvenRows({0}, {1}, {2})", [rows, _loop.Start, count], IsPure: true, StopsDerivative: true, Accessible: true));
            count = even;
        }
        if (_facts.Roles.LastIterationIsSeen)
            count = builder.Apply("sub", IrType.I32, count, builder.Int(1));
        var blocks = builder.ApplyNamed("blocks", "shr", IrType.I32, count, builder.Int(shift));
        var enough = builder.Apply("gt", IrType.Bool, blocks, builder.Int(0));

        var middle = _ids.Value(IrType.I32, "rest");
        var carried = _loop.Results.Select((result, i) => _ids.Value(result.Type, _loop.Body.Parameters[i].Name)).ToEquatableArray();
        var then = new RegionBuilder(_ids);
        var reached = InLanes(then, count, blocks, shift, out var sums);
        if (_checks is not null)
            enough = _checks.Emit(builder, enough, () => LastVectorOverlaps() ? count : builder.ApplyNamed("iterations", "shl", IrType.I32, blocks, builder.Int(shift)));
        var otherwise = new RegionBuilder(_ids);
        builder.Add(new IfOp([middle, .. carried], enough, then.Finish(new Yield([reached, .. sums])), otherwise.Finish(new Yield([_loop.Start, .. _loop.Initial]))));
        builder.Add(rest with { Start = middle, Initial = carried });
    }

    private IrValue InLanes(RegionBuilder builder, IrValue count, IrValue blocks, int shift, out EquatableArray<IrValue> results)
    {
        OwnMemory(builder);
        var sums = Sums(builder, blocks);
        bool takesMemory = builder.Count > 0;
        var overlap = LastVectorOverlaps() ? new Overlap(builder, this, count, blocks, shift) : null;
        var end = overlap is not null ? EndOf(builder, count, 0) : EndOf(builder, blocks, shift);
        builder.Add(new CommentOp($"{(_facts.Width == 8 ? "Eight" : "Sixteen")} iterations at once, one per lane."));

        var parameters = _loop.Body.Parameters.Map(Define);
        var initial = Enumerable.Range(0, parameters.Length).Select(i => Initial(builder, i, parameters[i])).ToEquatableArray();
        var start = _loop.Start;
        if (TakesSeveralSums())
        {
            (start, initial) = SeveralSums(builder, blocks, shift, initial);
            parameters = _loop.Body.Parameters.Map(Define);
        }
        BeginSearches(builder);
        var made = parameters.Map(parameter => _ids.Value(parameter.Type, parameter.Name));
        var induction = _ids.Value(IrType.I32, overlap is null ? _loop.Induction.Name : "round");
        var body = new RegionBuilder(_ids);
        if (overlap is null)
            Count(body, induction, 0);
        else
            overlap.Count(body, induction);
        foreach (var op in _loop.Body.Ops)
            Write(body, op);
        var next = Enumerable.Range(0, parameters.Length).Select(i => Next(body, i, parameters[i])).ToEquatableArray();
        var places = Places(body);
        var region = body.Finish(new Yield([.. next, .. places])) with { Parameters = [.. parameters, .. _searches.Select(search => search.Place)] };
        long step = overlap is null ? _facts.Width * _loop.Step : 1;
        builder.Add(new ForOp([.. made, .. _searches.Select(search => search.Last)], _ids.Label(), induction, overlap?.FirstRound ?? start, overlap?.Rounds ?? end, step, false, [.. initial, .. _searches.Select(search => search.First)], region));
        EndSearches(builder, made);

        foreach (var sum in sums)
            builder.Add(new FinishLaneSumsOp(sum));
        builder.Prepend(_rowMemory);
        if (takesMemory || _rowMemory.Count > 0)
        {
            var mark = _ids.Value(IrType.I32, "mark");
            builder.Prepend([new ScratchMarkOp(mark)]);
            builder.Add(new ScratchReleaseOp(mark));
        }
        results = Enumerable.Range(0, made.Length).Select(i => Result(builder, i, made)).ToEquatableArray();
        return end;
    }

    private IrValue EndOf(RegionBuilder builder, IrValue blocks, int shift)
    {
        var span = shift == 0 ? blocks : builder.Apply("shl", IrType.I32, blocks, builder.Int(shift));
        if (_loop.Step != 1)
            span = builder.Apply("mul", IrType.I32, span, builder.Int((int)_loop.Step));
        return _method.ConstantOf(_loop.Start) is { IsOpaque: false, Bits: 0 } ? span : builder.Apply("add", IrType.I32, _loop.Start, span);
    }

    // Lanes go upwards whichever way the loop goes.
    private void Count(RegionBuilder body, IrValue induction, int vectors)
    {
        long distance = (vectors * _facts.Width * _loop.Step) + (_loop.Step > 0 ? 0 : (_facts.Width - 1) * _loop.Step);
        _values[_loop.Induction.Id] = distance == 0 ? induction : body.ApplyNamed(_loop.Induction.Name, "add", IrType.I32, induction, body.Int((int)distance));
    }

    private IrValue Initial(RegionBuilder builder, int index, IrValue parameter) => _facts.Carried[index] switch
    {
        CarriedLanes.Sum => ZeroLanes(builder, parameter.Type),
        CarriedLanes.Search or CarriedLanes.Extreme => As(builder, _loop.Initial[index], parameter),
        _ => _loop.Initial[index],
    };

    private IrValue Next(RegionBuilder body, int index, IrValue parameter)
    {
        var value = ((Yield)_loop.Body.End).Values[index];
        if (_facts.Carried[index] != CarriedLanes.Counter)
            return _counting is { } counting ? Choose(body, counting, As(body, value, parameter), parameter) : As(body, value, parameter);
        var step = StrideValue(body, _facts.StrideOf(_loop.Body.Parameters[index]).Times(_facts.Width));
        return body.ApplyNamed(parameter.Name, "add", IrType.I32, parameter, step);
    }

    private IrValue Result(RegionBuilder builder, int index, EquatableArray<IrValue> all)
    {
        var made = all[index];
        switch (_facts.Carried[index])
        {
            case CarriedLanes.Search:
                return Found(builder, index, all);
            case CarriedLanes.Extreme:
                bool isMaximum = _method.OpOf(((Yield)_loop.Body.End).Values[index]) is ApplyOp { Primitive: "Max" };
                return builder.Apply(isMaximum ? LanePrimitives.Max : LanePrimitives.Min, _loop.Initial[index].Type, made);
            case not CarriedLanes.Sum:
                return made;
        }
        var type = _loop.Initial[index].Type;
        var sum = builder.Apply(LanePrimitives.Sum, type, made);
        var result = _ids.Value(type, _loop.Results[index].Name);
        builder.Add(new ApplyOp(result, "add", [_loop.Initial[index], sum]) { IsAnyOrder = true });
        return result;
    }

    // Scratch that stands in front of the loop has a twin of lanes, and so have the views of it.
    private void OwnMemory(RegionBuilder builder)
    {
        var seen = new HashSet<int>();
        foreach (var reference in OpShape.AllOps(_loop.Body).SelectMany(OpShape.Operands))
        {
            if (reference.Type is BufferType && IsOutside(reference) && _facts.HoldsLanes(reference) && seen.Add(reference.Id))
                Twin(builder, reference);
        }
    }

    private IrValue Twin(RegionBuilder builder, IrValue reference)
    {
        if (_values.TryGetValue(reference.Id, out var known))
            return known;
        switch (_method.OpOf(reference))
        {
            case AllocateOp made:
                builder.Add(made with { Result = Define(reference), Storage = Storage.Scratch, PrivateTo = default });
                break;
            case SliceOp slice:
                var whole = Twin(builder, slice.Buffer);
                builder.Add(slice with { Buffer = whole, Result = Define(reference) });
                break;
            default:
                throw new NoLanesException($"'{reference.Name}' stands for different memory");
        }
        return _values[reference.Id];
    }

    private List<IrValue> Sums(RegionBuilder builder, IrValue blocks)
    {
        foreach (var op in OpShape.AllOps(_loop.Body).OfType<AccumulateOp>())
        {
            if (op.Indices.Any(_facts.IsLane) || !_facts.Roles.IsSums(_facts.ClassOf(op.Buffer)) || op.Indices.Length == 1 && !_facts.MoveOf(op.Buffer).Plus(_facts.StrideOf(op.Indices[0])).IsZero)
                continue;
            var root = op.Buffer;
            while (_method.OpOf(root) is SliceOp slice && !IsOutside(root))
                root = slice.Buffer;
            // Rows of their own have no sums of lanes: those are added up at once.
            if (!IsOutside(root) && _method.OpOf(root) is LoadOp)
                continue;
            if (!IsOutside(root) || root.Type is not BufferType { Kind: BufferKind.Span or BufferKind.Array or BufferKind.Array2D, Element: ScalarType element } || _sums.ContainsKey(root.Id))
            {
                if (!_sums.ContainsKey(root.Id))
                    throw new NoLanesException($"'{op.Buffer.Name}' cannot hold sums of lanes");
                continue;
            }
            var sums = _ids.Value(new BufferType(LanesOf(element), BufferKind.LaneSums), root.Name.Length > 0 ? root.Name + "Sums" : "sums");
            builder.Add(new LaneSumsOp(sums, root, blocks));
            if (op.Indices.Length == 2)
                _columns[root.Id] = builder.Length(root, 1);
            _sums[root.Id] = sums;
        }
        return _sums.Values.OrderBy(sum => sum.Id).ToList();
    }

    private bool IsOutside(IrValue value) => !_method.DefinitionOf(value).Node.IsWithin(_method.NodeOf(_loop.Body));
}
