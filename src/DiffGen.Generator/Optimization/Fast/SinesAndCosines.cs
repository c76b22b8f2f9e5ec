using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization.Fast;

/// <summary>Sine and cosine of one value become one call.</summary>
internal sealed class SinesAndCosines : RegionPass
{
    private readonly IdSource _ids;
    private readonly HashSet<int> _paired = new();
    private Dictionary<int, IrValue> _pairs = new();

    public SinesAndCosines(Region root, IdSource ids)
    {
        _ids = ids;
        Find(root);
    }

    protected override void Visit(Op op, List<Op> output)
    {
        if (op is ApplyOp { Primitive: "Sin" or "Cos" } apply && _paired.Contains(apply.Result.Id))
            output.Add(Part(apply, output));
        else
            output.Add(Descend(op));
    }

    // A pair is known where it was computed, and in regions inside.
    protected override Region Enter(Region region)
    {
        var outer = _pairs;
        _pairs = new(outer);
        region = Run(region);
        _pairs = outer;
        return region;
    }

    private ForeignOp Part(ApplyOp apply, List<Op> output)
    {
        var angle = apply.Arguments[0];
        if (!_pairs.TryGetValue(angle.Id, out var pair))
        {
            string number = AbiTypes.TextOf(angle.Type);
            string method = angle.Type is LaneType ? VectorMathematics.Method("SinCos") : angle.Type == IrType.F64 ? "global::System.Math.SinCos({0})" : "global::System.MathF.SinCos({0})";
            pair = _pairs[angle.Id] = _ids.Value(new OpaqueType($"({number} Sin, {number} Cos)"), "sincos");
            output.Add(VectorMathematics.Call(pair, method, apply, [angle]));
        }
        Changed = true;
        return VectorMathematics.Call(apply.Result, $"{{0}}.{apply.Primitive}", apply, [pair]);
    }

    private void Find(Region region)
    {
        var functions = region.Ops.OfType<ApplyOp>().Where(op => op.Primitive is "Sin" or "Cos" && (op.Result.Type.IsFloat || VectorMathematics.Covers(op.Result.Type)));
        foreach (var group in functions.GroupBy(op => op.Arguments[0].Id).Where(group => group.Select(op => op.Primitive).Distinct().Count() == 2))
            _paired.UnionWith(group.Select(op => op.Result.Id));
        foreach (var inner in region.Ops.SelectMany(op => OpShape.Regions(op)))
            Find(inner);
    }
}
