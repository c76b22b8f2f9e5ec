using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DiffGen.Generator.Analysis;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Differentiation;

// Memory that all iterations of a loop read alike, and that is overwritten later.
internal sealed partial class ReverseSweep
{
    private const int DeepestIndex = 6;

    private readonly Dictionary<Op, List<SavedRow>> _rows = new(ReferenceComparer<Op>.Instance);

    /// <summary>A value that is read out of a row that is saved once for all iterations of the enclosing loop; null if it is not such a value.</summary>
    private IrValue? ReadRow(ReverseScope home, IrValue value)
    {
        if (!_options.Recompute || !_options.Optimize || _options.DisabledPasses.Contains(nameof(SavedRow)) || _view.OpOf(value) is not LoadOp load || RowOf(home, load) is not { } row)
            return null;
        var element = _ids.Value(value.Type, value.Name);
        home.Builder.Add(new LoadOp(element, row.Reader, [home.Iteration!], default));
        return element;
    }

    private SavedRow? RowOf(ReverseScope home, LoadOp load)
    {
        if (home.Loop?.Op is not ForOp { Step: 1 } inner || home.Parent is not { Loop.Op: ForOp outer } middle || home.Iteration is null
            || !ReferenceEquals(home.Primal, inner.Body) || !ReferenceEquals(middle.Primal, outer.Body) || inner.Induction.Type != IrType.I32
            || LoopParts.Of(inner).HasBreak || LoopParts.Of(outer).HasBreak || !ReferenceEquals(_view.Original(load), load) || !outer.Body.Ops.Contains(inner))
        {
            return null;
        }
        if (_rows.TryGetValue(outer, out var rows) && rows.FirstOrDefault(row => ReferenceEquals(row.Load, load)) is { } known)
            return known;
        var node = _view.NodeOf(outer.Body);
        if (load.Result.Type is not ScalarType || !load.Path.IsEmpty || load.Indices.Length != 1 || load.Buffer.Type is not BufferType { IsFlat: true } || !IsOutside(load.Buffer, node)
            || !CanCompute(load.Indices[0], node, inner.Induction, 0) || !CanCompute(inner.Start, node, null, 0) || !CanCompute(inner.End, node, null, 0)
            || IsOverwrittenIn(node, load.Buffer) || PushesBackwards(outer.Body)
            || OpShape.AllOps(outer.Body).Any(op => op is CallOp))
        {
            return null;
        }
        if (rows is null)
            _rows[outer] = rows = new();
        string name = load.Buffer.Name.Length > 0 ? load.Buffer.Name : "row";
        var saved = new SavedRow(load, inner, outer, _ids.Value(new BufferType(load.Result.Type, BufferKind.Span), name + "Tape"),
            "row" + load.Result.Id.ToString(CultureInfo.InvariantCulture));
        rows.Add(saved);
        if (inner.Line >= 0 && outer.Line >= 0)
            _notes.Add($"Saves what `{_method.Lines[inner.Line]}` reads of '{load.Buffer.Name}' once for all iterations of `{_method.Lines[outer.Line]}`.");
        return saved;
    }

    private bool IsOutside(IrValue value, RegionNode node) => !_view.Facts.DefinitionOf(value).Node.IsWithin(node);

    private bool IsOverwrittenIn(RegionNode node, IrValue buffer)
    {
        var distinct = new DistinctReferences(_view.Facts);
        return _view.Facts.WritesTo(_view.ClassOf(buffer)).Any(write => write.Node.IsWithin(node) && !(write.Op is StoreOp store && distinct.AreDistinct(store.Buffer, buffer)));
    }

    /// <summary>Whether a number can be computed outside of a loop, given that of the inner loop's iteration.</summary>
    private bool CanCompute(IrValue value, RegionNode node, IrValue? induction, int depth) => value.Equals(induction) || IsOutside(value, node)
        || _view.OpOf(value) switch
        {
            ConstantOp => true,
            LengthOp { Buffer.Type: BufferType { IsFlat: true } } length => IsOutside(length.Buffer, node),
            ApplyOp { Primitive: "add" or "sub" or "mul", Checked: false } sum => depth < DeepestIndex && sum.Arguments.All(argument => CanCompute(argument, node, induction, depth + 1)),
            _ => false,
        };

    private IrValue Compute(RegionBuilder builder, IrValue value, RegionNode node, Func<IrValue, IrValue> outside)
    {
        if (IsOutside(value, node))
            return outside(value);
        switch (_view.OpOf(value))
        {
            case ConstantOp constant:
                return builder.Constant(constant.Value, value.Type);
            case LengthOp length:
                return builder.Length(outside(length.Buffer), length.Dimension);
            case ApplyOp sum:
                return builder.Apply(sum.Primitive, value.Type, [.. sum.Arguments.Select(argument => Compute(builder, argument, node, outside))]);
            default:
                return outside(value);
        }
    }

    // None where the outer loop does not run, since nothing was read then.
    private IrValue CountOf(RegionBuilder builder, SavedRow row, Func<IrValue, IrValue> outside)
    {
        var node = _view.NodeOf(row.Outer.Body);
        var start = Compute(builder, row.Inner.Start, node, outside);
        var count = TripCounts.Emit(builder, row.Inner, start, Compute(builder, row.Inner.End, node, outside), false);
        var rows = TripCounts.Emit(builder, row.Outer, outside(row.Outer.Start), outside(row.Outer.End), false);
        var result = _ids.Value(IrType.I32, "count");
        builder.Add(new SelectOp(result, builder.Apply("gt", IrType.Bool, rows, builder.Int(0)), count, builder.Int(0)));
        return result;
    }

    private void PopRows(Op outer, ReverseScope around)
    {
        if (!_rows.TryGetValue(outer, out var rows))
            return;
        foreach (var row in Enumerable.Reverse(rows))
            around.Builder.Add(new TapePopOp(row.Reader, CountOf(around.Builder, row, value => Need(around, value)), row.Block));
    }

    /// <summary>What the primal sweep does when a loop is done: saves rows that it read.</summary>
    public List<Op> PushRows(Op outer)
    {
        var builder = new RegionBuilder(_ids);
        if (!_rows.TryGetValue(outer, out var rows))
            return builder.TakeOps();
        foreach (var row in rows)
        {
            var node = _view.NodeOf(row.Outer.Body);
            var count = CountOf(builder, row, value => value);
            var block = _ids.Value(row.Reader.Type, row.Reader.Name);
            builder.Add(new TapePushOp(block, count, Zeroed: false, row.Block));
            var start = Compute(builder, row.Inner.Start, node, value => value);
            var body = new RegionBuilder(_ids);
            var place = _ids.Value(IrType.I32, row.Inner.Induction.Name);
            var iteration = body.Apply("add", IrType.I32, start, place);
            var index = Compute(body, row.Load.Indices[0], node, value => value.Equals(row.Inner.Induction) ? iteration : value);
            body.Add(new StoreOp(block, [place], default, body.Load(row.Load.Result.Type, row.Load.Buffer, [index], default)));
            builder.Add(new ForOp(default, _ids.Label(), place, builder.Int(0), count, 1, false, default, body.Finish(new Yield(default))));
        }
        return builder.TakeOps();
    }
}
