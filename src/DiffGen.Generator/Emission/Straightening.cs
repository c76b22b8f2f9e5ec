using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Emission;

/// <summary>Stands at the end of a region that control never reaches.</summary>
internal sealed record Unreachable() : Terminator(-1);

/// <summary>
/// Rearranges regions into the order in which people write them, before anything is printed: what cannot be reached goes, a branch
/// that leaves becomes a guard with the rest of the code after it, and an early exit of a block becomes an <c>if</c> whose other branch holds the rest.
/// </summary>
internal sealed class Straightening
{
    /// <summary>Early exits of a block that may nest as else-branches before a jump reads better.</summary>
    private const int DeepestNesting = 3;

    private const int NoBlock = -1;

    public static Region Run(Region body) => new Straightening().Rewrite(body, NoBlock, 0);

    /// <param name="block">Label of the block whose end is the end of this region.</param>
    private Region Rewrite(Region region, int block, int nesting)
    {
        var done = new List<Op>();
        var rest = new LinkedList<Op>(region.Ops);
        Terminator end = region.End;
        while (rest.First is { } first)
        {
            rest.RemoveFirst();
            Op op = Nested(first.Value);
            if (op is IfOp branch && Completes(branch.Then) != Completes(branch.Else))
            {
                bool thenStays = Completes(branch.Then);
                Region stays = thenStays ? branch.Then : branch.Else;
                Region leaves = thenStays ? branch.Else : branch.Then;
                Splice(branch.Results, ((Yield)stays.End).Values, ref rest, ref end);
                foreach (Op inner in stays.Ops.Reverse())
                    rest.AddFirst(inner);
                bool nests = block != NoBlock && nesting < DeepestNesting && (rest.Count > 0 || end is not Yield { Values.IsEmpty: true }) && Exits(leaves, block);
                if (nests)
                {
                    Terminator exit = end is Yield yield ? new Break(block, yield.Values, -1) : end;
                    stays = Rewrite(new Region(default, rest.ToEquatableArray(), exit), block, nesting + 1);
                    leaves = Rewrite(leaves, block, nesting + 1);
                    rest.Clear();
                }
                else
                    stays = new Region(default, default, new Yield(default));
                op = branch with { Results = default, Then = thenStays ? stays : leaves, Else = thenStays ? leaves : stays };
            }
            done.Add(op);
            if (!Completes(op))
                return new Region(region.Parameters, done.ToEquatableArray(), new Unreachable());
        }
        return new Region(region.Parameters, done.ToEquatableArray(), end);
    }

    // The results of a branch are what its one completing side yields: the code that follows reads that.
    private static void Splice(EquatableArray<IrValue> results, EquatableArray<IrValue> values, ref LinkedList<Op> rest, ref Terminator end)
    {
        if (results.IsEmpty)
            return;
        var rewriter = new RegionRewriter(fresh: null);
        for (int i = 0; i < results.Length; i++)
            rewriter.Substitute(results[i], values[i]);
        rest = new LinkedList<Op>(rest.Select(rewriter.Copy));
        if (end is not Unreachable)
            end = rewriter.Copy(end);
    }

    private Op Nested(Op op) => op switch
    {
        IfOp o => o with { Then = Rewrite(o.Then, NoBlock, 0), Else = Rewrite(o.Else, NoBlock, 0) },
        BlockOp o => o with { Body = Rewrite(o.Body, o.Label, 0) },
        ForOp o => o with { Body = Rewrite(o.Body, NoBlock, 0) },
        LoopOp o => o with { Body = Rewrite(o.Body, NoBlock, 0) },
        _ => op,
    };

    private static bool Completes(Region region) => region.End is Yield;

    private static bool Completes(Op op) => op switch
    {
        IfOp o => Completes(o.Then) || Completes(o.Else),
        BlockOp o => Completes(o.Body) || Breaks(o.Body, o.Label),
        LoopOp o => Breaks(o.Body, o.Label),
        _ => true,
    };

    private static bool Breaks(Region region, int label) =>
        (region.End is Break end && end.Label == label) || region.Ops.Any(op => OpShape.Regions(op).Any(inner => Breaks(inner, label)));

    // Whether the region leaves the block at its own end or at the end of a last branch, where no jump is needed.
    private static bool Exits(Region region, int label) => region.End switch
    {
        Break end => end.Label == label,
        Unreachable when region.Ops.Length > 0 && region.Ops[region.Ops.Length - 1] is IfOp last => Exits(last.Then, label) || Exits(last.Else, label),
        _ => false,
    };
}
