using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization.Jam;

/// <summary>A loop whose iterations prepare something, take sums in an inner loop that only reads, and do something with them.</summary>
/// <param name="Loop">The outer loop.</param>
/// <param name="Before">What stands before the inner loop: computed and read only.</param>
/// <param name="Sums">The inner loop.</param>
/// <param name="After">What stands behind it.</param>
internal sealed record SumLoop(ForOp Loop, EquatableArray<Op> Before, ForOp Sums, EquatableArray<Op> After)
{
    // Longer ones keep the processor busy, or are too long four times over.
    private const int LongestSums = 14;
    private const int LongestBody = 80;

    // As many operations per sum hide behind the additions, which wait for those of the iteration before; lanes would have to be taken apart to be added in order.
    private const int ShortTerm = 3;

    /// <summary>Null where the loop is none of this form.</summary>
    public static SumLoop? In(ForOp loop)
    {
        int at = 0;
        while (at < loop.Body.Ops.Length && loop.Body.Ops[at] is not ForOp)
            at++;
        if (at == loop.Body.Ops.Length || loop.Repeats >= 0 || loop.FindsExtreme || HasExits(loop.Body))
            return null;
        var sums = (ForOp)loop.Body.Ops[at];
        EquatableArray<Op> before = [.. loop.Body.Ops.Take(at)], after = [.. loop.Body.Ops.Skip(at + 1)];
        return before.All(IsPure) && IsSums(sums) && OpShape.AllOps(loop.Body).Count() <= LongestBody && after.All(IsOrdered) && !UsesCarried(loop, before, sums) && IsSame(loop, before, sums)
            ? new(loop, before, sums, after) : null;
    }

    /// <summary>Whether it takes so little time that nothing but the sums waits.</summary>
    public static bool IsCheap(ApplyOp op) => op.Primitive is "add" or "sub" or "mul" or "neg" or "max" or "min" or "gt" or "ge" or "lt" or "le" or "eq" or "ne" or "convert" && !op.Checked;

    /// <summary>Whether nothing in a loop takes longer than the sums that it takes in order.</summary>
    public static bool AreShortTerms(ForOp loop) =>
        loop.Body.Ops.All(op => op is ConstantOp or CommentOp or LoadOp or SelectOp || op is ApplyOp o && IsCheap(o))
        && loop.Body.Ops.Count(op => op is ApplyOp or SelectOp) <= ShortTerm * loop.Body.Parameters.Length;

    private static bool IsSums(ForOp loop) =>
        loop.Repeats < 0 && !loop.FindsExtreme && loop.Body.End is Yield && loop.Body.Parameters.Any(parameter => parameter.Type.IsFloat) && loop.Body.Parameters.All(parameter => parameter.Type is ScalarType)
        && loop.Body.Ops.All(op => op is ConstantOp or CommentOp or LoadOp { Result.Type: ScalarType } or SelectOp || op is ApplyOp o && IsCheap(o))
        && loop.Body.Ops.Count(op => op is ApplyOp or LoadOp or SelectOp) <= LongestSums;

    // Each iteration has mutable locals of its own.
    private static bool IsPure(Op op) => op is ConstantOp or CommentOp or LoadOp or LengthOp or SliceOp or SelectOp or SlotOp || op is ApplyOp o && IsCheap(o);

    // What has effects has them in the order of the iterations.
    private static bool IsOrdered(Op op) =>
        OpShape.AllOps(new Region(default, [op], new Yield(default))).All(inner =>
            inner is ConstantOp or CommentOp or LoadOp or StoreOp or AccumulateOp or LengthOp or SliceOp or SelectOp or IfOp or ForOp or SlotOp or GetSlotOp or SetSlotOp or TapePushOp or ForeignOp { IsPure: true, IsTotal: true }
            || inner is ApplyOp { Checked: false } o && !(o.Primitive is "div" or "rem" && o.Result.Type is ScalarType { IsFloat: false }));

    private static bool HasExits(Region region) => region.End is not Yield || region.Ops.Any(op => OpShape.Regions(op).Any(HasExits));

    // What one iteration hands to the next is only looked at behind the inner loop.
    private static bool UsesCarried(ForOp loop, EquatableArray<Op> before, ForOp sums) =>
        before.Append(sums).Concat(OpShape.AllOps(sums.Body)).SelectMany(OpShape.Operands).Concat(OpShape.Operands(sums.Body.End)).Any(loop.Body.Parameters.Contains);

    // All iterations run through the same inner iterations.
    private static bool IsSame(ForOp loop, EquatableArray<Op> before, ForOp sums)
    {
        return IsInvariant(sums.Start) && IsInvariant(sums.End);

        bool IsInvariant(IrValue value) =>
            !value.Equals(loop.Induction) && (before.FirstOrDefault(op => OpShape.Results(op).Contains(value)) switch
            {
                null => true,
                ConstantOp => true,
                LengthOp o => IsInvariant(o.Buffer),
                SliceOp o => OpShape.Operands(o).All(IsInvariant),
                ApplyOp o => o.Arguments.All(IsInvariant),
                _ => false,
            });
    }
}
