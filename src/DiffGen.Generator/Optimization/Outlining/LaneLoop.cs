using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization.Outlining;

/// <summary>A loop in lanes, with the loop for the iterations that are left.</summary>
/// <param name="InLanes">Runs the loop in lanes, if there are enough iterations; says how far it came.</param>
/// <param name="Rest">Goes on from there.</param>
/// <param name="Ops">Both, and what else belongs to them.</param>
internal sealed record LaneLoop(IfOp InLanes, ForOp Rest, List<Op> Ops)
{
    public static LaneLoop? At(IReadOnlyList<Op> ops, int index) =>
        index + 1 < ops.Count && ops[index] is IfOp { Results.Length: > 0 } both && ops[index + 1] is ForOp rest && both.Results[0].Equals(rest.Start)
            && both.Then.Ops.OfType<ForOp>().Any(loop => OpShape.AllOps(loop.Body).SelectMany(op => OpShape.Results(op)).Any(value => value.Type is LaneType))
            ? new LaneLoop(both, rest, [both, rest])
            : null;

    /// <summary>All loops in lanes inside a region.</summary>
    public static IEnumerable<LaneLoop> All(Region region)
    {
        for (int i = 0; i < region.Ops.Length; i++)
        {
            if (At(region.Ops, i) is { } loop)
            {
                yield return loop;
                i++;
                continue;
            }
            foreach (var inner in OpShape.Regions(region.Ops[i]).SelectMany(All))
                yield return inner;
        }
    }

    /// <summary>No loop runs inside of it: few of its instructions are not those of the loop itself.</summary>
    public bool IsInnermost => !OpShape.AllOps(Rest.Body).Any(op => op is ForOp or LoopOp);

    /// <summary>It neither uses locals that are assigned elsewhere nor leaves what is around it.</summary>
    public bool CanStandAlone
    {
        get
        {
            var all = OpShape.AllOps(new Region(default, [InLanes, Rest], new Yield(default))).ToList();
            var slots = new HashSet<int>(all.OfType<SlotOp>().Select(op => op.Slot.Id));
            var labels = new HashSet<int>(all.Select(op => op switch { BlockOp o => o.Label, ForOp o => o.Label, LoopOp o => o.Label, _ => IrMethod.ReturnLabel }));
            labels.Remove(IrMethod.ReturnLabel);
            return all.All(op => op switch
            {
                GetSlotOp o => slots.Contains(o.Slot.Id),
                SetSlotOp o => slots.Contains(o.Slot.Id),
                ForeignOp o => o.Accessible,
                _ => true,
            }) && all.SelectMany(op => OpShape.Regions(op)).All(region => region.End switch
            {
                Break end => labels.Contains(end.Label),
                Continue end => labels.Contains(end.Label),
                _ => true,
            });
        }
    }
}
