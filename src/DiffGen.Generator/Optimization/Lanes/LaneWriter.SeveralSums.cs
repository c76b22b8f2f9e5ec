using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization.Lanes;

// Short loops that only sum up: an addition waits for the one before it, so several sums are taken side by side.
internal sealed partial class LaneWriter
{
    private const int Sums4 = 4;
    private const int Shift4 = 2;
    private const int LongestBody = 12;

    // Sums in any order, of what is read and computed cheaply, and nothing else.
    private bool TakesSeveralSums() => _facts.AnyOrder && _facts.Carried.Length > 0 && _facts.Carried.All(kind => kind == CarriedLanes.Sum)
        && _loop.Body.Ops.Count(op => op is ApplyOp or LoadOp) <= LongestBody
        && _loop.Body.Ops.All(op => op is ConstantOp or CommentOp or LoadOp or SelectOp or ApplyOp { Primitive: "add" or "sub" or "mul" or "neg" });

    private (IrValue Start, EquatableArray<IrValue> Sums) SeveralSums(RegionBuilder builder, IrValue blocks, int shift, EquatableArray<IrValue> initial)
    {
        var rounds = builder.Apply("shr", IrType.I32, blocks, builder.Int(Shift4));
        var end = EndOf(builder, rounds, shift + Shift4);
        var induction = _ids.Value(IrType.I32, _loop.Induction.Name);
        var body = new RegionBuilder(_ids);
        EquatableArray<IrValue> first = default, parameters = default, next = default;
        for (int vector = 0; vector < Sums4; vector++)
        {
            var own = _loop.Body.Parameters.Map(Define);
            parameters = [.. parameters, .. own];
            first = [.. first, .. vector == 0 ? initial : own.Map(parameter => ZeroLanes(builder, parameter.Type))];
            Count(body, induction, vector);
            foreach (var op in _loop.Body.Ops)
                Write(body, op);
            next = [.. next, .. Enumerable.Range(0, own.Length).Select(i => Next(body, i, own[i]))];
        }
        var made = parameters.Map(parameter => _ids.Value(parameter.Type, parameter.Name));
        var region = body.Finish(new Yield(next)) with { Parameters = parameters };
        builder.Add(new ForOp(made, _ids.Label(), induction, _loop.Start, end, Sums4 * _facts.Width * _loop.Step, false, first, region));
        int count = initial.Length;
        var sums = Enumerable.Range(0, count).Select(i => Add(builder, Add(builder, made[i], made[count + i]), Add(builder, made[(2 * count) + i], made[(3 * count) + i])));
        return (end, sums.ToEquatableArray());
    }

    private IrValue Add(RegionBuilder builder, IrValue left, IrValue right)
    {
        var sum = _ids.Value(left.Type, left.Name);
        builder.Add(new ApplyOp(sum, "add", [left, right]) { IsAnyOrder = true });
        return sum;
    }
}
