using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization;

/// <summary>
/// A branch that adds a value on one side and subtracts one on the other, <c>c ? sum - a : sum + b</c>, becomes a sum without a branch: <c>sum + (c ? -a : b)</c>.
/// The bits are the same. What the values count for is then known in front of the branch, and nothing needs to remember which way it went but the sign.
/// </summary>
internal sealed class SignedSums : RegionPass
{
    private readonly IdSource _ids;

    private SignedSums(IrMethod method) => _ids = new IdSource(method.NextId, method.NextLabel);

    public static IrMethod Run(IrMethod method)
    {
        var pass = new SignedSums(method);
        var body = pass.Run(method.Body);
        return pass.Changed ? method with { Body = body, NextId = pass._ids.NextId, NextLabel = pass._ids.NextLabel } : method;
    }

    protected override void Visit(Op op, List<Op> output)
    {
        op = Descend(op);
        if (op is not IfOp { Results.Length: 1 } branch || !branch.Results[0].Type.IsFloat || Change(branch.Then) is not { } then || Change(branch.Else) is not { } otherwise || !then.Sum.Equals(otherwise.Sum))
        {
            output.Add(op);
            return;
        }
        var builder = new RegionBuilder(_ids) { Line = branch.Line };
        var (first, second) = (Signed(builder, then), Signed(builder, otherwise));
        var chosen = first;
        if (!first.Equals(second))
        {
            chosen = _ids.Value(first.Type, first.Name);
            builder.Add(new SelectOp(chosen, branch.Condition, first, second));
        }
        builder.Add(new ApplyOp(branch.Results[0], "add", [then.Sum, chosen]));
        output.AddRange(builder.TakeOps());
        Changed = true;
    }

    // What a side adds to a value from outside, and nothing else.
    private static (IrValue Sum, IrValue Addend, bool IsNegative)? Change(Region side)
    {
        if (side.End is not Yield end || side.Ops.Where(op => op is not CommentOp).ToList() is not [ApplyOp { Primitive: "add" or "sub" } change] || !change.Result.Equals(end.Values[0]))
            return null;
        return (change.Arguments[0], change.Arguments[1], change.Primitive == "sub");
    }

    private static IrValue Signed(RegionBuilder builder, (IrValue Sum, IrValue Addend, bool IsNegative) change) =>
        change.IsNegative ? builder.ApplyNamed(change.Addend.Name, "neg", change.Addend.Type, change.Addend) : change.Addend;
}
