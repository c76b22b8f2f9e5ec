using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization;

/// <summary>
/// A value that a loop carries but never changes is the one it starts with, and so is the result if every exit gives it too. Likewise a
/// result of a branch that both sides give.
/// </summary>
internal sealed class LoopInvariants : RegionPass
{
    protected override void Visit(Op op, List<Op> output)
    {
        switch (op)
        {
            case ForOp o:
                Invariants(o.Label, o.Initial, o.Body, o.Results);
                break;
            case LoopOp o:
                Invariants(o.Label, o.Initial, o.Body, o.Results);
                break;
        }
        op = Descend(op);
        if (op is IfOp { Then.End: Yield then, Else.End: Yield otherwise } branch)
        {
            for (int i = 0; i < branch.Results.Length && i < then.Values.Length && i < otherwise.Values.Length; i++)
            {
                // One value on both sides is defined outside of both. Once replaced, the result is dead, and its removal is another pass's.
                if (then.Values[i].Equals(otherwise.Values[i]) && !Map(branch.Results[i]).Equals(then.Values[i]))
                    Replace(branch.Results[i], then.Values[i]);
            }
        }
        output.Add(op);
    }

    private void Invariants(int label, EquatableArray<IrValue> initial, Region body, EquatableArray<IrValue> results)
    {
        var exits = new List<EquatableArray<IrValue>>();
        var next = new List<EquatableArray<IrValue>>();
        if (body.End is Yield yield)
            next.Add(yield.Values);
        foreach (var end in Ends(body))
        {
            if (end is Break leave && leave.Label == label)
                exits.Add(leave.Values);
            else if (end is Continue again && again.Label == label)
                next.Add(again.Values);
        }
        for (int i = 0; i < initial.Length; i++)
        {
            if (initial[i].Type.Equals(body.Parameters[i].Type) && next.All(values => IsSame(values, i)))
            {
                Replace(body.Parameters[i], initial[i]);
                if (exits.All(values => IsSame(values, i)))
                    Replace(results[i], initial[i]);
            }
        }

        // Fewer values stand only where control never arrives.
        bool IsSame(EquatableArray<IrValue> values, int i) =>
            i >= values.Length || Map(values[i]).Equals(Map(body.Parameters[i])) || Map(values[i]).Equals(Map(initial[i]));
    }

    private static IEnumerable<Terminator> Ends(Region region)
    {
        yield return region.End;
        foreach (var op in region.Ops)
        {
            foreach (var nested in OpShape.Regions(op))
            {
                foreach (var end in Ends(nested))
                    yield return end;
            }
        }
    }
}
