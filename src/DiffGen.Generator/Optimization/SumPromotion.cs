using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Analysis;
using DiffGen.Generator.Common;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization;

/// <summary>
/// What every iteration of a loop adds to one and the same place in memory, which nothing else in the loop looks at, is summed in a local first:
/// an element that is written and read again in the next iteration takes several times as long as an addition. The order of contributions to
/// a derivative is free.
/// </summary>
internal sealed class SumPromotion
{
    private readonly AliasClasses _classes;
    private readonly IdSource _ids;
    private bool _changed;

    private SumPromotion(CoreFunction core)
    {
        _classes = new AliasClasses(core.Parameters, core.Body);
        _ids = new IdSource(core.NextId, 0);
    }

    public static CoreFunction Run(CoreFunction core, TransformOptions options)
    {
        // References that pass through the tape come back from anywhere.
        bool hidden = OpShape.AllOps(core.Body).Any(op => op is GetSlotOp { Result.Type: BufferType } or TapePopOp { Result.Type: BufferType { Element: BufferType } });
        if (!options.Optimize || options.DisabledPasses.Contains(nameof(SumPromotion)) || hidden || !OpShape.AllOps(core.Body).Any(op => op is ForOp))
            return core;
        var pass = new SumPromotion(core);
        var body = pass.Rewrite(core.Body);
        return pass._changed ? core with { Body = body, NextId = pass._ids.NextId } : core;
    }

    private Region Rewrite(Region region)
    {
        var output = new List<Op>(region.Ops.Length);
        foreach (var op in region.Ops)
        {
            switch (op)
            {
                case IfOp o:
                    output.Add(o with { Then = Rewrite(o.Then), Else = Rewrite(o.Else) });
                    break;
                case BlockOp o:
                    output.Add(o with { Body = Rewrite(o.Body) });
                    break;
                case LoopOp o:
                    output.Add(o with { Body = Rewrite(o.Body) });
                    break;
                case ForOp o:
                    Loop(o with { Body = Rewrite(o.Body) }, output);
                    break;
                default:
                    output.Add(op);
                    break;
            }
        }
        return region with { Ops = output.ToEquatableArray() };
    }

    private void Loop(ForOp loop, List<Op> output)
    {
        var places = loop.Body.End is Yield && !HasExits(loop.Body)
            ? loop.Body.Ops.OfType<AccumulateOp>().Where(sum => sum.Path.IsEmpty && sum.Value.Type.IsFloat).GroupBy(sum => (sum.Buffer, sum.Indices)).Where(place => IsAlone(loop, [.. place])).ToList()
            : [];
        var after = new List<Op>();
        foreach (var place in places)
        {
            _changed = true;
            loop = Promoted(loop, [.. place], output, after);
        }
        output.Add(loop);
        if (after.Count > 0)
            AddIfRun(loop, output, after);
    }

    /// <summary>The place is the same in all iterations, and nothing else in the loop touches its memory.</summary>
    private bool IsAlone(ForOp loop, IReadOnlyList<AccumulateOp> sums)
    {
        var ops = OpShape.AllOps(loop.Body).ToList();
        var made = new HashSet<int>(ops.SelectMany(op => OpShape.Results(op)).Concat(loop.Body.Parameters).Select(value => value.Id)) { loop.Induction.Id };
        if (made.Contains(sums[0].Buffer.Id) || sums[0].Indices.Any(index => made.Contains(index.Id)))
            return false;
        int own = _classes.ClassOf(sums[0].Buffer);
        return ops.All(op => sums.Any(sum => ReferenceEquals(sum, op)) || op is LengthOp || !Touches(op, own));
    }

    private bool Touches(Op op, int memory) => op is CallOp or ForeignOp { IsPure: false }
        || OpShape.Operands(op).Concat(OpShape.Results(op)).Any(value => value.Type is BufferType && _classes.ClassOf(value) == memory);

    private static bool HasExits(Region region) => region.End is Break or Continue || region.Ops.Any(op => OpShape.Regions(op).Any(HasExits));

    private ForOp Promoted(ForOp loop, IReadOnlyList<AccumulateOp> sums, List<Op> before, List<Op> after)
    {
        var first = sums[0];
        string name = first.Buffer.Name.Length > 0 ? first.Buffer.Name + "Sum" : "sum";
        var type = first.Value.Type;
        var initial = _ids.Value(type);
        before.Add(new ConstantOp(initial, new Constant(((ScalarType)type).Kind, 0, "")));
        var parameter = _ids.Value(type, name);
        var current = parameter;
        var ops = new List<Op>();
        foreach (var op in loop.Body.Ops)
        {
            if (op is not AccumulateOp sum || !sums.Contains(sum))
            {
                ops.Add(op);
                continue;
            }
            var next = _ids.Value(type, name);
            ops.Add(new ApplyOp(next, "add", [current, sum.Value]) { IsAnyOrder = true, Line = sum.Line });
            current = next;
        }
        var result = _ids.Value(type, name);
        after.Add(first with { Value = result });
        var end = (Yield)loop.Body.End;
        return loop with
        {
            Initial = loop.Initial.Add(initial),
            Results = loop.Results.Add(result),
            Body = new Region(loop.Body.Parameters.Add(parameter), ops.ToEquatableArray(), end with { Values = end.Values.Add(current) }),
        };
    }

    // A loop that does not run does not say that the place exists.
    private void AddIfRun(ForOp loop, List<Op> output, List<Op> sums)
    {
        var runs = _ids.Value(IrType.Bool);
        output.Add(new ApplyOp(runs, (loop.Step > 0 ? "l" : "g") + (loop.Inclusive ? "e" : "t"), [loop.Start, loop.End]));
        output.Add(new IfOp(default, runs, new Region(default, sums.ToEquatableArray(), new Yield(default)), new Region(default, default, new Yield(default))));
    }
}
