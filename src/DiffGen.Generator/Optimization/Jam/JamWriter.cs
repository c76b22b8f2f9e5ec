using System.Linq;
using DiffGen.Generator.Analysis;
using DiffGen.Generator.Common;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization.Jam;

/// <summary>Writes a loop for four iterations side by side, and behind it the loop as it was, for the iterations that are left.</summary>
internal sealed class JamWriter
{
    /// <summary>How many iterations stand side by side.</summary>
    public const int Iterations = 4;

    private const int Shift = 2;

    private readonly IdSource _ids;
    private readonly MethodFacts _facts;
    private readonly SumLoop _loop;

    public JamWriter(IdSource ids, MethodFacts facts, SumLoop loop)
    {
        _ids = ids;
        _facts = facts;
        _loop = loop;
    }

    public void Write(RegionBuilder builder, JamSafety safety)
    {
        var loop = _loop.Loop;
        var middle = Middle(builder, safety);
        builder.Add(new CommentOp("Four iterations side by side: no sum waits for another."));
        var induction = Fresh(loop.Induction);
        var made = loop.Results.Select((result, i) => _ids.Value(result.Type, loop.Body.Parameters[i].Name)).ToEquatableArray();
        builder.Add(new ForOp(made, _ids.Label(), induction, loop.Start, middle, Iterations * loop.Step, false, loop.Initial, Body(induction)) { Line = loop.Line });
        builder.Add(loop with { Start = middle, Initial = made });
    }

    private IrValue Fresh(IrValue value) => _ids.Value(value.Type, value.Name);

    // Where the loop for four ends: where it starts if iterations may see what others write.
    private IrValue Middle(RegionBuilder builder, JamSafety safety)
    {
        var loop = _loop.Loop;
        bool isPlainLength = _facts.ConstantOf(loop.Start) is { IsOpaque: false, Bits: 0 } && _facts.OpOf(loop.End) is LengthOp;
        var count = TripCounts.Emit(builder, loop, loop.Start, loop.End, isPlainLength);
        foreach (var pair in safety.Apart)
        {
            var apart = _ids.Value(IrType.I32, "apart");
            builder.Add(new ForeignOp([apart], $"global::DiffGen.CompilerServices.Iterations.IfApart<{JamSafety.ElementOf(pair.Read)}>({{0}}, {{1}}, {{2}})", [count, pair.Read, pair.Written], IsPure: true, StopsDerivative: true, Accessible: true) { IsTotal = true });
            count = apart;
        }
        var rounds = builder.Apply("shr", IrType.I32, count, builder.Int(Shift));
        var span = builder.ApplyNamed("rest", "shl", IrType.I32, rounds, builder.Int(Shift));
        if (loop.Step != 1)
            span = builder.Apply("mul", IrType.I32, span, builder.Int((int)loop.Step));
        return _facts.ConstantOf(loop.Start) is { IsOpaque: false, Bits: 0 } ? span : builder.ApplyNamed("rest", "add", IrType.I32, loop.Start, span);
    }

    private Region Body(IrValue induction)
    {
        var loop = _loop.Loop;
        var builder = new RegionBuilder(_ids);
        var copies = Enumerable.Range(0, Iterations).Select(_ => new RegionRewriter(_ids)).ToList();
        for (int i = 0; i < Iterations; i++)
        {
            copies[i].Substitute(loop.Induction, i == 0 ? induction : builder.ApplyNamed(loop.Induction.Name, "add", IrType.I32, induction, builder.Int((int)(i * loop.Step))));
            builder.AddRange(_loop.Before.Where(op => i == 0 || op is not CommentOp).Select(copies[i].Copy));
        }
        builder.Add(Sums([.. copies]));
        var parameters = loop.Body.Parameters.Map(Fresh);
        var carried = parameters;
        for (int i = 0; i < Iterations; i++)
        {
            for (int k = 0; k < carried.Length; k++)
                copies[i].Substitute(loop.Body.Parameters[k], carried[k]);
            builder.AddRange(_loop.After.Where(op => i == 0 || op is not CommentOp).Select(copies[i].Copy));
            carried = copies[i].Map(((Yield)loop.Body.End).Values);
        }
        return builder.Finish(new Yield(carried)) with { Parameters = parameters };
    }

    private ForOp Sums(EquatableArray<RegionRewriter> copies)
    {
        var sums = _loop.Sums;
        var induction = Fresh(sums.Induction);
        EquatableArray<IrValue> initial = default, parameters = default, next = default, results = default;
        var body = new RegionBuilder(_ids);
        for (int i = 0; i < copies.Length; i++)
        {
            var copy = copies[i];
            initial = [.. initial, .. copy.Map(sums.Initial)];
            copy.Substitute(sums.Induction, induction);
            var own = sums.Body.Parameters.Map(Fresh);
            for (int k = 0; k < own.Length; k++)
                copy.Substitute(sums.Body.Parameters[k], own[k]);
            parameters = [.. parameters, .. own];
            body.AddRange(sums.Body.Ops.Where(op => i == 0 || op is not CommentOp).Select(copy.Copy));
            next = [.. next, .. copy.Map(((Yield)sums.Body.End).Values)];
            var made = sums.Results.Map(Fresh);
            for (int k = 0; k < made.Length; k++)
                copy.Substitute(sums.Results[k], made[k]);
            results = [.. results, .. made];
        }
        var first = copies[0];
        return new ForOp(results, _ids.Label(), induction, first.Map(sums.Start), first.Map(sums.End), sums.Step, sums.Inclusive, initial, body.Finish(new Yield(next)) with { Parameters = parameters }) { Line = sums.Line };
    }
}
