using System;
using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Analysis;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization;

/// <summary>Which memory code reads, overwrites and adds to, by classes, so that it can be told what may change places with it.</summary>
internal sealed class LoopTraffic(AliasClasses classes)
{
    public int ClassOf(IrValue reference) => classes.ClassOf(reference);

    /// <summary>Classes that an operation, or what it holds, overwrites or adds to.</summary>
    public HashSet<int> Touched(Op op)
    {
        var touched = Classes([op], Overwritten);
        touched.UnionWith(Classes([op], AddedTo));
        return touched;
    }

    /// <summary>Whether an operation gives the same before the others as behind them, and they do too; sums may grow in any order.</summary>
    public bool AreIndependent(Op op, IEnumerable<Op> others)
    {
        var all = others.ToList();
        HashSet<int> reads = Classes([op], Read), writes = Classes([op], Overwritten), sums = Classes([op], AddedTo);
        HashSet<int> otherReads = Classes(all, Read), otherWrites = Classes(all, Overwritten), otherSums = Classes(all, AddedTo);
        return !otherReads.Overlaps(writes) && !otherReads.Overlaps(sums) && !otherSums.Overlaps(reads) && !otherSums.Overlaps(writes)
            && !otherWrites.Overlaps(reads) && !otherWrites.Overlaps(writes) && !otherWrites.Overlaps(sums);
    }

    /// <summary>All values that operations, or what they hold, read.</summary>
    public static IEnumerable<IrValue> Used(IEnumerable<Op> ops) => ops.SelectMany(op => OpShape.Operands(op).Concat(OpShape.Regions(op).SelectMany(Used)));

    private static IEnumerable<IrValue> Used(Region region) => Used(region.Ops).Concat(OpShape.Operands(region.End));

    private HashSet<int> Classes(IEnumerable<Op> ops, Func<Op, IEnumerable<IrValue>> references)
    {
        var found = new HashSet<int>();
        foreach (var reference in ops.SelectMany(op => OpShape.Regions(op).SelectMany(OpShape.AllOps).Prepend(op)).SelectMany(references).Where(value => value.Type is BufferType))
        {
            int id = classes.ClassOf(reference);
            while (found.Add(id) && classes.HasRows(id))
                id = classes.RowsOf(id);
        }
        return found;
    }

    private static IEnumerable<IrValue> Read(Op op) => op switch
    {
        LoadOp o => [o.Buffer],
        CopyOp o => [o.Source],
        CallOp or ForeignOp => OpShape.Operands(op),
        _ => [],
    };

    private static IEnumerable<IrValue> Overwritten(Op op) => op switch
    {
        StoreOp o => [o.Buffer],
        FillOp o => [o.Buffer],
        CopyOp o => [o.Destination],
        CallOp or ForeignOp => OpShape.Operands(op),
        _ => [],
    };

    private static IEnumerable<IrValue> AddedTo(Op op) => op is AccumulateOp o ? [o.Buffer] : [];
}
