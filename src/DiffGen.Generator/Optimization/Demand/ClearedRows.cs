using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization.Demand;

/// <summary>
/// Memory of which nothing but wanted rows is looked at is taken as it comes, and these rows are cleared: clearing all of it would take longer than
/// to compute the few rows.
/// </summary>
internal static class ClearedRows
{
    /// <summary>Whether the rows of memory can be cleared one by one.</summary>
    public static bool CanClear(RowMemory memory) =>
        memory.Made is { Storage: Storage.Scratch, IsFilled: false, Result.Type: BufferType { Rank: 1, Kind: BufferKind.Span, Element: ScalarType { Kind: ScalarKind.F64 or ScalarKind.F32 } } };

    /// <summary>A loop that clears the listed rows.</summary>
    public static IEnumerable<Op> Clear(IReadOnlyList<RowMemory> group, RowList wanted, IdSource ids)
    {
        var body = new RegionBuilder(ids);
        var number = ids.Value(IrType.I32);
        var row = body.Load(IrType.I32, wanted.Rows, [number], default, "row");
        var first = body.Apply("mul", IrType.I32, row, wanted.Size);
        // The last row may be a part of one.
        var rest = body.Apply("sub", IrType.I32, group[0].Extent, first);
        var length = ids.Value(IrType.I32, "length");
        body.Add(new SelectOp(length, body.Apply("lt", IrType.Bool, rest, wanted.Size), rest, wanted.Size));
        foreach (var made in group.Select(memory => memory.Made))
        {
            var slice = ids.Value(made.Result.Type);
            body.Add(new SliceOp(slice, made.Result, first, length) { IsShadow = made.IsShadow });
            body.Add(new FillOp(slice, [body.Float(0, ((BufferType)made.Result.Type).Element)]));
        }
        return [new ForOp(default, ids.Label(), number, wanted.Zero, wanted.Count, 1, Inclusive: false, default, body.Finish(new Yield(default)))];
    }
}
