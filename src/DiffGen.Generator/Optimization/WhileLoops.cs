using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization;

/// <summary>
/// Finds out how often a loop runs that is written as <c>while (i &lt; n) { …; i += d; }</c>, whatever stands between: it becomes a counted loop, of which
/// everything else knows more. The bound and the distance must be the same in all iterations. A distance that is no literal may be negative or zero, where
/// the loop runs until an access fails, or for good: it then counts to the end of <c>int</c>.
/// </summary>
internal sealed class WhileLoops : RegionPass
{
    private const string Counting = "global::DiffGen.CompilerServices.Counting.";

    private readonly IdSource _ids;
    private readonly HashSet<int> _used;

    private WhileLoops(IrMethod method)
    {
        _ids = new IdSource(method.NextId, method.NextLabel);
        _used = new(CarriedValues.Uses(method.Body).Select(value => value.Id));
    }

    public static IrMethod Run(IrMethod method)
    {
        var pass = new WhileLoops(method);
        var body = pass.Run(method.Body);
        return pass.Changed ? method with { Body = body, NextId = pass._ids.NextId, NextLabel = pass._ids.NextLabel } : method;
    }

    protected override void Visit(Op op, List<Op> output)
    {
        op = Descend(op);
        if (op is not LoopOp loop || WhileTest.Of(loop) is not { } test || Count(loop, test) is not { } counted)
        {
            output.Add(op);
            return;
        }
        output.AddRange(counted);
        Changed = true;
    }

    private List<Op>? Count(LoopOp loop, WhileTest test)
    {
        var parameter = loop.Body.Parameters[test.Index];
        bool isSeen = _used.Contains(loop.Results[test.Index].Id);
        if (isSeen && CarriedValues.HasContinue(loop.Body, loop.Label))
            return null;
        var front = new RegionBuilder(_ids) { Line = loop.Line };
        front.AddRange(test.Invariants);
        var first = loop.Initial[test.Index];
        var inside = new RegionBuilder(_ids) { Line = loop.Line };
        var induction = _ids.Value(parameter.Type, parameter.Name);
        // What is compared is the counter, or so much more.
        var start = test.Offset is { } offset ? front.Apply(test.IsOffsetSubtracted ? "sub" : "add", parameter.Type, first, offset) : first;
        IrValue counter;
        ForOp head;
        if (test.Step is { } step)
        {
            counter = test.Offset is { } more ? inside.ApplyNamed(parameter.Name, test.IsOffsetSubtracted ? "add" : "sub", parameter.Type, induction, more) : induction;
            head = new ForOp(loop.Results, loop.Label, induction, start, test.Bound, step, test.IsInclusive, loop.Initial, loop.Body);
        }
        else
        {
            var trips = _ids.Value(IrType.I32, "count");
            front.Add(new ForeignOp([trips], Counting + (test.IsInclusive ? "TripsThrough" : "Trips") + "({0}, {1}, {2})", [start, test.Bound, test.Distance!], IsPure: true, StopsDerivative: true, Accessible: true) { IsTotal = true });
            var product = inside.Apply("mul", IrType.I32, induction, test.Distance!);
            counter = ConstantOf(first) is { IsOpaque: false, Bits: 0 } ? product : inside.ApplyNamed(parameter.Name, "add", IrType.I32, first, product);
            head = new ForOp(loop.Results, loop.Label, induction, front.Int(0), trips, 1, false, loop.Initial, loop.Body);
        }
        var rewriter = new RegionRewriter(fresh: null);
        rewriter.Substitute(parameter, counter);
        var rest = rewriter.Copy(loop.Body with { Parameters = default, Ops = test.Rest.ToEquatableArray() });
        inside.AddRange(rest.Ops);
        var end = rest.End;
        if (isSeen)
        {
            var distance = test.Distance ?? inside.Constant(Constant.OfInteger(((ScalarType)parameter.Type).Kind, test.Step!.Value));
            var next = inside.ApplyNamed(parameter.Name, "add", parameter.Type, parameter, distance);
            end = new Yield([.. ((Yield)end).Values.Select((value, i) => i == test.Index ? next : value)]);
        }
        var counted = head with { Body = new Region(loop.Body.Parameters, inside.TakeOps().ToEquatableArray(), end), Line = loop.Line, Ordinal = loop.Ordinal };
        front.Add(isSeen ? counted : CarriedValues.Without(counted, test.Index));
        return front.TakeOps();
    }
}
