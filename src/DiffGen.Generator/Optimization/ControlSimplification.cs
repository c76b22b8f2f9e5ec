using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization;

/// <summary>Branches on constants, blocks that nothing leaves, and loops that do not run dissolve into the code around them.</summary>
internal sealed class ControlSimplification : RegionPass
{
    protected override void Visit(Op op, List<Op> output)
    {
        switch (op)
        {
            case IfOp branch when ConstantOf(branch.Condition) is { } condition:
                Splice(Run(condition.Bits != 0 ? branch.Then : branch.Else), branch.Results, output);
                return;
            case ForOp loop when NeverRuns(loop):
                for (int i = 0; i < loop.Results.Length; i++)
                    Replace(loop.Results[i], loop.Initial[i]);
                Changed = true;
                return;
            case BlockOp block:
                var body = Run(block.Body);
                // Leaving at the very end is completing.
                if (body.End is Break end && end.Label == block.Label)
                    body = body with { End = new Yield(end.Values) };
                if (Leaves(body, block.Label))
                    output.Add(block with { Body = body });
                else
                    Splice(body, block.Results, output);
                return;
            default:
                output.Add(Descend(op));
                return;
        }
    }

    private void Splice(Region region, EquatableArray<IrValue> results, List<Op> output)
    {
        Changed = true;
        output.AddRange(region.Ops);
        if (region.End is not Yield yield)
        {
            Cut(region.End);
            return;
        }
        for (int i = 0; i < results.Length; i++)
            Replace(results[i], yield.Values[i]);
    }

    private bool NeverRuns(ForOp loop) =>
        ConstantOf(loop.Start) is { } start && ConstantOf(loop.End) is { } end && loop.Start.Type is not ScalarType { Kind: ScalarKind.U64 }
        && (start.Bits == end.Bits ? !loop.Inclusive : start.Bits > end.Bits == loop.Step > 0);

    private static bool Leaves(Region region, int label) =>
        region.End is Break end && end.Label == label || region.Ops.Any(op => OpShape.Regions(op).Any(nested => Leaves(nested, label)));
}
