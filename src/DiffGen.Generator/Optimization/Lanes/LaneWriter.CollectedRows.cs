using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization.Lanes;

// Rows are collected in a loop of their own, in the first round: the loop that reads them again and again then asks nothing.
internal sealed partial class LaneWriter
{
    /// <summary>Collects what a loop reads of rows that the rounds around it share, where nobody can see that it is read earlier; returns the rows.</summary>
    private List<string> Collect(RegionBuilder builder, ForOp along)
    {
        var rows = new List<string>();
        if (_mask is not null || _isCollecting || _nest.Count == 0 || _nest[_nest.Count - 1] is not { } again || !OnlyReads(along.Body))
            return rows;
        _nest.Add(along);
        var loads = new List<LoadOp>();
        foreach (var load in along.Body.Ops.OfType<LoadOp>().Where(IsFarApart))
        {
            if (RowOf(load) is { } row && !_collected.Contains(row.Use) && !rows.Contains(row.Name) && !_ready.Contains(row.Name))
            {
                rows.Add(row.Name);
                loads.Add(load);
                Collected(row);
            }
        }
        if (loads.Count > 0)
        {
            var first = new RegionBuilder(_ids);
            first.Add(CollectingLoop(along, loads));
            builder.Add(new IfOp(default, IsFirst(builder, again), first.Finish(new Yield(default)), new RegionBuilder(_ids).Finish(new Yield(default))));
        }
        _nest.RemoveAt(_nest.Count - 1);
        _ready.UnionWith(rows);
        return rows;
    }

    private ForOp CollectingLoop(ForOp along, List<LoadOp> loads)
    {
        var (start, end) = (Scalar(along.Start), Scalar(along.End));
        var induction = Define(along.Induction);
        var body = new RegionBuilder(_ids);
        _isCollecting = true;
        foreach (var op in Needed(along.Body, loads))
            Write(body, op);
        _isCollecting = false;
        return new ForOp(default, _ids.Label(), induction, start, end, along.Step, along.Inclusive, default, body.Finish(new Yield(default)));
    }

    // The loads, and what their places are computed from inside the loop, in order.
    private static IEnumerable<Op> Needed(Region body, List<LoadOp> loads)
    {
        var needed = new HashSet<int>();
        var ops = new List<Op>();
        foreach (var op in body.Ops.Reverse())
        {
            if (!(op is LoadOp load && loads.Contains(load)) && !OpShape.Results(op).Any(result => needed.Contains(result.Id)))
                continue;
            needed.UnionWith(OpShape.Operands(op).Select(operand => operand.Id));
            ops.Add(op);
        }
        ops.Reverse();
        return ops;
    }

    // One load per lane, at a place that is known without looking.
    private bool IsFarApart(LoadOp op)
    {
        if (_facts.RowOf(op.Result) is not null || !_facts.IsLane(op.Result))
            return false;
        if (_facts.RowOf(op.Buffer) is not null || op.Indices.Length == 2)
            return true;
        return !_facts.IsLane(op.Indices[0]) && _facts.MoveOf(op.Buffer).Plus(_facts.StrideOf(op.Indices[0])) is { IsZero: false, IsOne: false };
    }

    // Nothing is written, and whatever throws says the same: that an index is out of range. Rows of jagged arrays may be null besides.
    private bool OnlyReads(Region body) => !LeavesEarly(body) && OpShape.AllOps(body).All(op => op switch
    {
        ConstantOp or SelectOp or CommentOp or IfOp or ForOp => true,
        ApplyOp o => !(o.Result.Type.IsInteger && o.Primitive is "div" or "rem") && !o.Checked && Rules.PrimitiveTable.Find(o.Primitive) is not { MayThrow: true },
        LengthOp o => o.Buffer.Type is BufferType && !IsJaggedRow(o.Buffer),
        LoadOp o => o.Result.Type is not BufferType && !IsJaggedRow(o.Buffer),
        _ => false,
    });

    private bool IsJaggedRow(IrValue buffer) =>
        _facts.RowOf(buffer) is not null || (_method.OpOf(buffer) is SliceOp view ? IsJaggedRow(view.Buffer) : _method.OpOf(buffer) is not (null or AllocateOp));
}
