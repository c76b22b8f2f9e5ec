using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Analysis;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;
using DiffGen.Generator.Optimization.Lanes;

namespace DiffGen.Generator.Optimization.Demand;

/// <summary>
/// A loop over rows that runs for the wanted rows alone, values and tangents, as nothing looks at anything else that it does. Where one of the other
/// iterations could throw it still runs for all rows.
/// </summary>
internal sealed class WholeRows(MethodFacts facts, LinearForms forms, MemoryReferences references, ScratchCoverage coverage, AccessFacts access, IdSource ids)
{
    /// <summary>Null where an iteration does more than fill its rows.</summary>
    /// <param name="rows">Classes of the memory of which only wanted rows are looked at.</param>
    public IReadOnlyList<Op>? Over(ForOp loop, HashSet<int> rows, RowList wanted) =>
        facts.ConstantOf(loop.Start) is { Bits: >= 0 } && FillsRowsAlone(loop, rows) && RowBounds.Find(loop, facts, forms, access, ids) is { } bounds ? [.. bounds.Ops, .. Loop(loop, wanted, bounds.Holds)] : null;

    private bool FillsRowsAlone(ForOp loop, HashSet<int> rows)
    {
        if (!loop.Results.IsEmpty || !OpShape.AllOps(loop.Body).All(RowLoop.IsPlain) || RowLoop.HasExits(loop.Body))
            return false;
        try
        {
            var roles = new LaneMemoryRoles(facts, references, coverage, loop);
            return OpShape.AllOps(loop.Body).SelectMany(facts.Effects.Written).Select(facts.Aliases.ClassOf)
                .All(memory => rows.Contains(memory) ? roles.IsOwn(memory) : roles.IsPrivate(memory) && !roles.IsSeen(memory));
        }
        catch (NoLanesException)
        {
            return false;
        }
    }

    private List<Op> Loop(ForOp loop, RowList wanted, IrValue holds)
    {
        var front = new RegionBuilder(ids);
        var count = ids.Value(IrType.I32, "count");
        var all = new RegionBuilder(ids);
        var number = all.Apply("sub", IrType.I32, loop.End, loop.Start);
        front.Add(new IfOp([count], holds, new Region(default, default, new Yield([wanted.Count])), all.Finish(new Yield([number]))));
        var rows = wanted.Over(loop, loop.Body, ids, (builder, each, row) =>
        {
            var listed = new RegionBuilder(ids);
            var found = listed.Load(IrType.I32, wanted.Rows, [each], default);
            var next = new RegionBuilder(ids);
            var counted = next.Apply("add", IrType.I32, loop.Start, each);
            builder.Add(new IfOp([row], holds, listed.Finish(new Yield([found])), next.Finish(new Yield([counted]))));
        });
        front.Add(rows with { End = count });
        return front.TakeOps();
    }
}
