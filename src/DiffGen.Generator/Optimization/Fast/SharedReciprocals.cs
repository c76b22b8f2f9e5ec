using System;
using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization.Fast;

/// <summary>
/// Several quotients by one value become products with its reciprocal; a quotient by a constant becomes a product. Zeros, infinities and NaN stay what
/// they are, except where the divisor is so small that its reciprocal is infinite.
/// </summary>
internal sealed class SharedReciprocals : RegionPass
{
    // Reciprocals of greater and smaller constants lose digits.
    private const double Great = 1e300;

    private readonly IdSource _ids;
    private readonly HashSet<int> _shared = new();
    private readonly Dictionary<int, IrValue> _reciprocals = new();
    private readonly List<int> _added = new();

    public SharedReciprocals(Region root, IdSource ids)
    {
        _ids = ids;
        Find(root);
    }

    protected override void Visit(Op op, List<Op> output)
    {
        if (op is ApplyOp { Primitive: "div" } quotient && FastCores.IsNumber(quotient.Result.Type))
            output.Add(Product(quotient, output) ?? op);
        else
            output.Add(Descend(op));
    }

    // A reciprocal is known where it was computed, and in regions inside.
    protected override Region Enter(Region region)
    {
        int mark = _added.Count;
        region = Run(region);
        foreach (int divisor in _added.Skip(mark))
            _reciprocals.Remove(divisor);
        _added.RemoveRange(mark, _added.Count - mark);
        return region;
    }

    private ApplyOp? Product(ApplyOp quotient, List<Op> output)
    {
        var divisor = quotient.Arguments[1];
        if (ConstantOf(divisor) is { } constant)
        {
            double magnitude = Math.Abs(constant.AsDouble), limit = constant.Kind == ScalarKind.F32 ? 1e30 : Great;
            if (!(magnitude < limit && magnitude > 1 / limit))
                return null;
            var factor = _ids.Value(divisor.Type);
            output.Add(FastCores.ConstantOf(factor, 1 / constant.AsDouble));
            return Times(factor);
        }
        if (_reciprocals.TryGetValue(divisor.Id, out var known))
            return Times(known);
        if (!_shared.Contains(quotient.Result.Id) || !divisor.Type.Equals(quotient.Result.Type))
            return null;
        IrValue one = _ids.Value(divisor.Type), reciprocal = _ids.Value(divisor.Type, "reciprocal");
        output.Add(FastCores.ConstantOf(one, 1));
        output.Add(quotient with { Result = reciprocal, Arguments = [one, divisor] });
        _reciprocals[divisor.Id] = reciprocal;
        _added.Add(divisor.Id);
        return Times(reciprocal);

        ApplyOp Times(IrValue factor)
        {
            Changed = true;
            return quotient with { Primitive = "mul", Arguments = [quotient.Arguments[0], factor] };
        }
    }

    // The first of several quotients by one value in a region: what stands in a branch alone does not count.
    private void Find(Region region)
    {
        foreach (var group in region.Ops.OfType<ApplyOp>().Where(op => op.Primitive == "div").GroupBy(op => op.Arguments[1].Id))
        {
            if (group.Count() > 1)
                _shared.Add(group.First().Result.Id);
        }
        foreach (var inner in region.Ops.SelectMany(op => OpShape.Regions(op)))
            Find(inner);
    }
}
