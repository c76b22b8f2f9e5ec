using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization.Fast;

/// <summary>
/// A product that is only added becomes one operation with the sum: <c>MultiplyAddEstimate</c>, which is fused where the processor can, and never falls back
/// to software. A sum that a loop carries alone stays as it is: its next iteration would wait longer for the fused operation than for the sum.
/// </summary>
internal sealed class Contraction : RegionPass
{
    private const string Fused = "MultiplyAddEstimate";

    // So many fused operations keep a processor busy while the first of them is under way.
    private const int SumsSideBySide = 4;

    private readonly IdSource _ids;
    private readonly Dictionary<int, int> _uses = new();
    private readonly HashSet<int> _carried = new();
    private Dictionary<int, ApplyOp> _definitions = new();

    public Contraction(Region root, IdSource ids)
    {
        _ids = ids;
        Count(root);
    }

    protected override void Visit(Op op, List<Op> output)
    {
        switch (op)
        {
            case ApplyOp { Primitive: "add" or "sub" } sum when FastCores.IsNumber(sum.Result.Type) && Contracted(sum, output) is { } fused:
                Changed = true;
                output.Add(fused);
                return;
            case ApplyOp { Primitive: "mul" or "neg" } product when FastCores.IsNumber(product.Result.Type):
                _definitions[product.Result.Id] = product;
                output.Add(product);
                return;
            case AccumulateOp accumulation when IsPlain(accumulation) && Product(accumulation.Value) is { } factors:
                Changed = true;
                Accumulate(accumulation, factors, output);
                return;
            default:
                output.Add(Descend(op));
                return;
        }
    }

    // A product goes where it is used only within its region: out of a loop it costs nothing there.
    protected override Region Enter(Region region)
    {
        var outer = _definitions;
        _definitions = new();
        region = Run(region);
        _definitions = outer;
        return region;
    }

    private ApplyOp? Contracted(ApplyOp sum, List<Op> output)
    {
        IrValue left = sum.Arguments[0], right = sum.Arguments[1];
        if (!left.Type.Equals(sum.Result.Type) || !right.Type.Equals(sum.Result.Type))
            return null;
        bool isDifference = sum.Primitive == "sub";
        if (Product(right) is { } second && !_carried.Contains(left.Id))
            return Fuse(second, second.IsNegative != isDifference, left);
        if (Product(left) is { } first && !_carried.Contains(right.Id))
            return Fuse(first, first.IsNegative, isDifference ? Negated(right, output) : right);
        return null;

        ApplyOp Fuse((IrValue First, IrValue Second, bool) product, bool isNegative, IrValue addend) =>
            sum with { Primitive = Fused, Arguments = [Factor(product.First, isNegative, addend.Type, output), Factor(product.Second, false, addend.Type, output), addend] };
    }

    private void Accumulate(AccumulateOp op, (IrValue First, IrValue Second, bool IsNegative) product, List<Op> output)
    {
        IrValue before = _ids.Value(op.Value.Type), after = _ids.Value(op.Value.Type);
        IrValue first = Factor(product.First, product.IsNegative, after.Type, output), second = Factor(product.Second, false, after.Type, output);
        output.Add(new LoadOp(before, op.Buffer, op.Indices, op.Path) { Line = op.Line, Ordinal = op.Ordinal });
        output.Add(new ApplyOp(after, Fused, [first, second, before]));
        output.Add(new StoreOp(op.Buffer, op.Indices, op.Path, after) { Line = op.Line, Ordinal = op.Ordinal });
    }

    // What can be read and written by itself.
    private static bool IsPlain(AccumulateOp op) => op.Path.IsEmpty && op.Buffer.Type is BufferType { Kind: not BufferKind.LaneSums } buffer && buffer.Element.Equals(op.Value.Type)
        && FastCores.IsNumber(op.Value.Type);

    /// <summary>The factors of a product, perhaps negated, that nothing else uses.</summary>
    private (IrValue First, IrValue Second, bool IsNegative)? Product(IrValue value)
    {
        if (Only(value) is not { } definition)
            return null;
        if (definition.Primitive == "neg")
            return Only(definition.Arguments[0]) is { Primitive: "mul" } inner ? (inner.Arguments[0], inner.Arguments[1], true) : null;
        return (definition.Arguments[0], definition.Arguments[1], false);
    }

    // A number that lanes are multiplied by stands in each of them.
    private IrValue Factor(IrValue value, bool isNegative, IrType type, List<Op> output)
    {
        if (isNegative)
            value = Negated(value, output);
        if (value.Type.Equals(type))
            return value;
        var lanes = _ids.Value(type);
        output.Add(new ApplyOp(lanes, "broadcast", [value]));
        return lanes;
    }

    private ApplyOp? Only(IrValue value) => _definitions.TryGetValue(value.Id, out var definition) && _uses.TryGetValue(value.Id, out int uses) && uses == 1 ? definition : null;

    private IrValue Negated(IrValue value, List<Op> output)
    {
        var result = _ids.Value(value.Type);
        output.Add(new ApplyOp(result, "neg", [value]));
        return result;
    }

    private void Count(Region region)
    {
        foreach (var op in region.Ops)
        {
            Count(OpShape.Operands(op));
            foreach (var inner in OpShape.Regions(op))
            {
                if (op is ForOp or LoopOp && inner.Parameters.Count(parameter => FastCores.IsNumber(parameter.Type)) < SumsSideBySide)
                    _carried.UnionWith(inner.Parameters.Select(parameter => parameter.Id));
                Count(inner);
            }
        }
        Count(OpShape.Operands(region.End));
    }

    private void Count(IEnumerable<IrValue> values)
    {
        foreach (var value in values)
            _uses[value.Id] = _uses.TryGetValue(value.Id, out int count) ? count + 1 : 1;
    }
}
