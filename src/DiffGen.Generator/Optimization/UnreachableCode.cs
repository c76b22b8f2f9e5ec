using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization;

/// <summary>Drops what follows an operation that control leaves on every path: a branch whose sides both leave, a loop without an exit.</summary>
internal sealed class UnreachableCode : RegionPass
{
    private readonly HashSet<int> _left = new();

    protected override void Visit(Op op, List<Op> output)
    {
        op = Descend(op);
        output.Add(op);
        if (!Completes(op))
            Cut(new Unreachable());
    }

    protected override Terminator Terminate(Terminator end)
    {
        if (end is Break exit)
            _left.Add(exit.Label);
        return end;
    }

    // The regions inside have been visited, so the labels that are left to are known, and a region that never ends is cut already.
    private bool Completes(Op op) => op switch
    {
        IfOp o => Completes(o.Then) || Completes(o.Else),
        BlockOp o => Completes(o.Body) || _left.Contains(o.Label),
        LoopOp o => _left.Contains(o.Label),
        _ => true,
    };

    private bool Completes(Region region) => region.End is Yield && (region.Ops.IsEmpty || Completes(region.Ops[region.Ops.Length - 1]));
}
