using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization.Lanes;

// Branches and inner loops.
internal sealed partial class LaneWriter
{
    private void Structure(RegionBuilder builder, Op op)
    {
        switch (op)
        {
            case IfOp o:
                var condition = Scalar(o.Condition);
                var chosen = o.Results.Map(Define);
                builder.Add(o with { Condition = condition, Then = Sometimes(o.Then, chosen), Else = Sometimes(o.Else, chosen), Results = chosen });
                break;
            case BlockOp o:
                var left = o.Results.Map(Define);
                _labels[o.Label] = _ids.Label();
                _targets[o.Label] = (left, []);
                builder.Add(o with { Label = _labels[o.Label], Body = Sometimes(o.Body, left), Results = left });
                break;
            case ForOp o:
                var rows = Collect(builder, o);
                var (start, end) = (Scalar(o.Start), Scalar(o.End));
                var (label, initial, results) = Enter(builder, o.Label, o.Initial, o.Body, o.Results);
                var induction = Define(o.Induction);
                _nest.Add(o);
                builder.Add(o with { Label = label, Start = start, End = end, Initial = initial, Induction = induction, Body = Body(o.Body), Results = results });
                _nest.RemoveAt(_nest.Count - 1);
                _ready.ExceptWith(rows);
                Leave(o);
                break;
            case LoopOp o:
                var (name, first, last) = Enter(builder, o.Label, o.Initial, o.Body, o.Results);
                _nest.Add(null);
                builder.Add(o with { Label = name, Initial = first, Body = Body(o.Body), Results = last });
                _nest.RemoveAt(_nest.Count - 1);
                break;
        }
    }

    private (int Label, EquatableArray<IrValue> Initial, EquatableArray<IrValue> Results) Enter(RegionBuilder builder, int label, EquatableArray<IrValue> initial, Region body, EquatableArray<IrValue> results)
    {
        var parameters = body.Parameters.Map(Define);
        var first = As(builder, initial, parameters);
        var made = results.Map(Define);
        _labels[label] = _ids.Label();
        _targets[label] = (made, parameters);
        return (_labels[label], first, made);
    }

    // Whatever runs in some rounds only collects no rows.
    private Region Sometimes(Region region, IReadOnlyList<IrValue> yields)
    {
        _nest.Add(null);
        var written = Write(region, yields);
        _nest.RemoveAt(_nest.Count - 1);
        return written;
    }

    private Region Body(Region body)
    {
        var parameters = body.Parameters.Map(Scalar);
        return Write(body, parameters) with { Parameters = parameters };
    }

    // Each side runs for the lanes that take it, if there are any; each lane then has the results of its own side.
    private void Branch(RegionBuilder builder, IfOp op)
    {
        var outer = _mask;
        var condition = Scalar(op.Condition);
        var opposite = builder.Apply("not", MaskType, condition);
        var then = Side(builder, op.Then, op.Results, Joined(builder, outer, condition));
        var otherwise = Side(builder, op.Else, op.Results, Joined(builder, outer, opposite));
        _mask = outer;
        for (int i = 0; i < op.Results.Length; i++)
            _values[op.Results[i].Id] = Choose(builder, condition, then[i], otherwise[i]);
    }

    private IrValue Joined(RegionBuilder builder, IrValue? outer, IrValue condition) =>
        (outer ?? _counting) is { } taking ? builder.Apply("and", condition.Type, taking, condition) : condition;

    private EquatableArray<IrValue> Side(RegionBuilder builder, Region region, EquatableArray<IrValue> results, IrValue mask)
    {
        _mask = mask;
        var types = results.Map(result => new IrValue(-1, TypeOf(result), ""));
        if (IsFree(region))
        {
            foreach (var op in region.Ops)
                Write(builder, op);
            return As(builder, ((Yield)region.End).Values, types);
        }
        var given = results.Map(result => _ids.Value(TypeOf(result), result.Name));
        var any = builder.Apply(LanePrimitives.Any, IrType.Bool, mask);
        var inside = Sometimes(region, types);
        var outside = new RegionBuilder(_ids);
        EquatableArray<IrValue> none = types.Map(type => ZeroLanes(outside, type.Type));
        builder.Add(new IfOp(given, any, inside, outside.Finish(new Yield(none))));
        return given;
    }

    // Costs little and cannot fail: no need to ask whether any lane takes it.
    private static bool IsFree(Region region) =>
        region.End is Yield && region.Ops.All(op => op is ConstantOp or SelectOp or CommentOp or ApplyOp { Result.Type.IsInteger: false } && !IsDear(op));

    private static bool IsDear(Op op) => op is ApplyOp apply && Rules.PrimitiveTable.Find(apply.Primitive) is { Method: not null and not ("Abs" or "Max" or "Min" or "Sqrt") };
}
