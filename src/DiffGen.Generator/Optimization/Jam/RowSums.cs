using System.Linq;
using DiffGen.Generator.Analysis;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization.Jam;

/// <summary>
/// Sums over rows of a jagged array, a row per iteration. In lanes, each element would be looked up in its lane's row by itself: the row, its length, the number, eight times
/// over for a single vector. Side by side, each iteration keeps its row at hand.
/// </summary>
internal static class RowSums
{
    /// <summary>Whether a loop takes its sums faster with iterations side by side than in lanes, and can.</summary>
    public static bool AreFasterJammed(MethodFacts facts, ForOp loop) =>
        SumLoop.In(loop) is { } sums && ReadsOwnRow(sums) && sums.After.All(IsShort) && JamSafety.Of(facts, sums) is not null;

    private static bool ReadsOwnRow(SumLoop loop)
    {
        return loop.Sums.Body.Ops.OfType<LoadOp>().Any(element => IsOwnRow(element.Buffer));

        bool IsOwnRow(IrValue reference) => loop.Before.FirstOrDefault(op => OpShape.Results(op).Contains(reference)) switch
        {
            LoadOp row => row.Indices.Contains(loop.Loop.Induction),
            SliceOp view => IsOwnRow(view.Buffer),
            _ => false,
        };
    }

    // Exponentials, roots and loops behind the sums gain more from lanes than the sums lose.
    private static bool IsShort(Op op) => op switch
    {
        ConstantOp or CommentOp or SelectOp or LoadOp or StoreOp or AccumulateOp or SlotOp or GetSlotOp or SetSlotOp => true,
        ApplyOp o => SumLoop.IsCheap(o),
        IfOp o => o.Then.Ops.All(IsShort) && o.Else.Ops.All(IsShort),
        _ => false,
    };
}
