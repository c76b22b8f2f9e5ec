using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Differentiation;

// Structured operations: tangents of varied results and carried values travel behind the primal ones.
internal sealed partial class ForwardTransform
{
    private void If(RegionBuilder builder, IfOp op)
    {
        var exit = ExitOf(op.Results);
        var then = Transform(new RegionBuilder(_ids), op.Then, default, exit);
        var otherwise = Transform(new RegionBuilder(_ids), op.Else, default, exit);
        builder.Add(op with { Results = WithDefined(op.Results, exit), Then = then, Else = otherwise });
    }

    private void Block(RegionBuilder builder, BlockOp op)
    {
        var exit = ExitOf(op.Results);
        _exits[op.Label] = exit;
        var body = Transform(new RegionBuilder(_ids), op.Body, default, exit);
        builder.Add(op with { Results = WithDefined(op.Results, exit), Body = body });
    }

    private void For(RegionBuilder builder, ForOp op)
    {
        var exit = ExitOf(op.Results);
        var initial = WithTangents(builder, op.Initial, exit);
        var body = LoopBody(op.Label, op.Body, exit);
        builder.Add(op with { Results = WithDefined(op.Results, exit), Initial = initial, Body = body });
    }

    private void Loop(RegionBuilder builder, LoopOp op)
    {
        var exit = ExitOf(op.Results);
        var initial = WithTangents(builder, op.Initial, exit);
        var body = LoopBody(op.Label, op.Body, exit);
        builder.Add(op with { Results = WithDefined(op.Results, exit), Initial = initial, Body = body });
    }

    private Region LoopBody(int label, Region body, Exit exit)
    {
        _exits[label] = exit;
        var region = Transform(new RegionBuilder(_ids), body, WithDefined(body.Parameters, exit), exit);
        // Cores that are differentiated again do so already, and their shadows with them.
        return body.Ops.Any(op => op is ScratchMarkOp) ? region : LoopWorkspace.Released(_ids, region, label);
    }

    /// <summary>What a construct with these results needs to have carried out of it.</summary>
    private Exit ExitOf(EquatableArray<IrValue> results)
    {
        var positions = Enumerable.Range(0, results.Length).Where(i => HasTangent(results[i])).ToEquatableArray();
        return new Exit(positions, positions.Map(i => results[i].Type is BufferType ? _shadows.Of(results[i]) : results[i].Type));
    }

    /// <summary>Values that a construct defines, with the fresh values for their tangents behind them.</summary>
    private EquatableArray<IrValue> WithDefined(EquatableArray<IrValue> values, Exit exit)
    {
        var extended = values.ToList();
        for (int i = 0; i < exit.Positions.Length; i++)
        {
            var value = values[exit.Positions[i]];
            var tangent = _ids.Value(exit.Types[i], TangentName(value));
            if (HasTangent(value))
                _tangents[value.Id] = tangent;
            extended.Add(tangent);
        }
        return extended.ToEquatableArray();
    }
}
