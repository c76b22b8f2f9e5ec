using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization;

/// <summary>The values that a loop hands on from one iteration to the next, wherever it does so.</summary>
internal static class CarriedValues
{
    /// <summary>All uses of values in a region, those at its end and in nested regions among them.</summary>
    public static IEnumerable<IrValue> Uses(Region region) =>
        region.Ops.SelectMany(op => OpShape.Operands(op).Concat(OpShape.Regions(op).SelectMany(Uses))).Concat(OpShape.Operands(region.End));

    /// <summary>The values with which iterations end that another one follows.</summary>
    public static IEnumerable<EquatableArray<IrValue>> IntoNext(Region body, int label)
    {
        if (body.End is Yield end)
            yield return end.Values;
        foreach (var next in Continues(body, label))
            yield return next.Values;
    }

    public static bool HasContinue(Region body, int label) => Continues(body, label).Any();

    private static IEnumerable<Continue> Continues(Region region, int label)
    {
        if (region.End is Continue next && next.Label == label)
            yield return next;
        foreach (var inner in region.Ops.SelectMany(op => OpShape.Regions(op)).SelectMany(nested => Continues(nested, label)))
            yield return inner;
    }

    /// <summary>The loop without one of the values, which nothing reads.</summary>
    public static ForOp Without(ForOp loop, int index)
    {
        var body = Without(loop.Body, loop.Label, index);
        var end = body.End is Yield yield ? new Yield(Without(yield.Values, index)) : body.End;
        return loop with { Results = Without(loop.Results, index), Initial = Without(loop.Initial, index), Body = body with { Parameters = Without(body.Parameters, index), End = end } };
    }

    private static Region Without(Region region, int label, int index)
    {
        Terminator end = region.End switch
        {
            Break o when o.Label == label => o with { Values = Without(o.Values, index) },
            Continue o when o.Label == label => o with { Values = Without(o.Values, index) },
            _ => region.End,
        };
        var ops = region.Ops.Map(op => op switch
        {
            IfOp o => o with { Then = Without(o.Then, label, index), Else = Without(o.Else, label, index) },
            BlockOp o => o with { Body = Without(o.Body, label, index) },
            ForOp o => o with { Body = Without(o.Body, label, index) },
            LoopOp o => o with { Body = Without(o.Body, label, index) },
            _ => op,
        });
        return region with { Ops = ops, End = end };
    }

    private static EquatableArray<IrValue> Without(EquatableArray<IrValue> values, int index) => values.Where((_, i) => i != index).ToEquatableArray();
}
