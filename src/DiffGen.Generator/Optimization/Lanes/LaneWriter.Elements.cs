using System.Collections.Generic;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization.Lanes;

// Elements of rows, of which each lane has its own, and of arrays of two dimensions.
internal sealed partial class LaneWriter
{
    // How long the rows are of arrays of two dimensions that have sums of lanes.
    private readonly Dictionary<int, IrValue> _columns = new();

    /// <summary>Writes a load that leads to a row of its own for each lane, or to an element of such; false if it is neither.</summary>
    private bool LoadFromRows(RegionBuilder builder, LoadOp op)
    {
        if (_facts.RowOf(op.Result) is { } row)
        {
            // The first lane's row stands for the lengths of all.
            if (_facts.IsMeasured(row))
                builder.Add(op with { Buffer = Scalar(op.Buffer), Indices = Scalars(op.Indices), Result = Define(op.Result) });
            return true;
        }
        if (!_facts.IsLane(op.Result) || _facts.RowOf(op.Buffer) is null && op.Indices.Length != 2)
            return false;
        _values[op.Result.Id] = FromRow(builder, op, inside => Element(inside, op)) ?? Element(builder, op);
        return true;
    }

    private IrValue Element(RegionBuilder builder, LoadOp op)
    {
        var row = _facts.RowOf(op.Buffer);
        var (memory, place) = row is null ? (op.Buffer, op.Indices[0]) : (row.Buffer, row.Indices[0]);
        var column = op.Indices[op.Indices.Length - 1];
        var result = _ids.Value(LanesOf(op.Result.Type), op.Result.Name);
        builder.Add(new LaneRowLoadOp(result, Scalar(memory), Scalar(place), StrideValue(builder, _facts.StrideOf(place)), Scalar(column), StrideValue(builder, _facts.StrideOf(column)), _mask));
        return result;
    }
}
