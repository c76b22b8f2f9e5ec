using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Analysis;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;
using DiffGen.Generator.Optimization.Lanes;

namespace DiffGen.Generator.Optimization.Demand;

/// <summary>Memory that loops fill row by row, each iteration its own row, and that is otherwise only read.</summary>
/// <param name="Made">The operation that makes it.</param>
/// <param name="Class">Its class of references.</param>
/// <param name="Extent">Its size in the dimension in which rows follow each other.</param>
/// <param name="Loops">The loops that write rows.</param>
/// <param name="Reads">The reads outside of these loops.</param>
internal sealed record RowMemory(AllocateOp Made, int Class, OwnRow Row, IrValue Extent, EquatableArray<ForOp> Loops, EquatableArray<LoadOp> Reads)
{
    /// <summary>Looks at all that is done with memory that was made; null if it is not of this kind.</summary>
    public static RowMemory? Find(AllocateOp made, MethodFacts facts, MemoryReferences references, ScratchCoverage coverage)
    {
        if (made.Storage == Storage.Heap || made.Result.Type is not BufferType { Rank: 1 or 2, HoldsReferences: false })
            return null;
        int own = facts.Aliases.ClassOf(made.Result);
        var accesses = new List<(Op Op, IrValue Buffer, EquatableArray<IrValue> Indices)>();
        foreach (var op in references.Of(own))
        {
            switch (op)
            {
                case LoadOp o:
                    accesses.Add((o, o.Buffer, o.Indices));
                    break;
                case StoreOp { Value.Type: not BufferType } o:
                    accesses.Add((o, o.Buffer, o.Indices));
                    break;
                case AccumulateOp o:
                    accesses.Add((o, o.Buffer, o.Indices));
                    break;
                case SliceOp or LengthOp:
                    break;
                case AllocateOp when ReferenceEquals(op, made):
                    break;
                default:
                    return null;
            }
        }
        OwnRow? row = null;
        var loops = new List<ForOp>();
        foreach (var (op, buffer, indices) in accesses.Where(access => access.Op is not LoadOp))
        {
            if (OwnLoop(op, buffer, indices, facts, coverage) is not { } found || found.Row.Base != made.Result.Id || row is not null && row != found.Row)
                return null;
            row = found.Row;
            if (!loops.Any(loop => ReferenceEquals(loop, found.Loop)))
                loops.Add(found.Loop);
        }
        if (row is null || row.Stride is { } stride && facts.DefinitionOf(stride).Node != facts.Root)
            return null;
        var reads = new List<LoadOp>();
        foreach (var (op, buffer, indices) in accesses)
        {
            var around = loops.Where(loop => facts.NodeOf(op).IsWithin(facts.NodeOf(loop.Body))).ToList();
            if (around.Count > 1 || around.Count == 1 && coverage.OwnRowOf(buffer, indices, around[0]) != row)
                return null;
            if (around.Count == 0)
                reads.Add((LoadOp)op);
        }
        return new RowMemory(made, own, row, made.Sizes[row.Dimension], loops.ToEquatableArray(), reads.ToEquatableArray());
    }

    // The outermost loop whose iterations have rows of their own.
    private static (ForOp Loop, OwnRow Row)? OwnLoop(Op op, IrValue buffer, EquatableArray<IrValue> indices, MethodFacts facts, ScratchCoverage coverage)
    {
        (ForOp, OwnRow)? found = null;
        for (RegionNode? node = facts.NodeOf(op); node is not null; node = node.Parent)
        {
            if (node.Owner is ForOp { Step: 1, Inclusive: false } loop && loop.Induction.Type == IrType.I32 && coverage.OwnRowOf(buffer, indices, loop) is { } row)
                found = (loop, row);
        }
        return found;
    }
}
