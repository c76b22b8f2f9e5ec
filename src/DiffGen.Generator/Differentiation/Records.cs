using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Differentiation;

/// <summary>Records on the tape: the saved values of one iteration or call, one block per type.</summary>
internal static class Records
{
    /// <summary>Pushes the values that the code finds under <paramref name="valueOf"/>.</summary>
    public static List<Op> Push(Frame frame, IdSource ids, System.Func<SavedValue, IrValue> valueOf)
    {
        var builder = new RegionBuilder(ids);
        foreach (var group in Groups(frame))
        {
            var block = ids.Value(new BufferType(group[0].Value.Type, BufferKind.Span), "record");
            builder.Add(new TapePushOp(block, builder.Int(group.Count), Zeroed: false, group[0].Block));
            for (int i = 0; i < group.Count; i++)
                builder.Add(new StoreOp(block, [builder.Int(i)], default, valueOf(group[i])));
        }
        return builder.TakeOps();
    }

    /// <summary>Pops what <see cref="Push"/> left and reads it into the readers.</summary>
    public static List<Op> Pop(Frame frame, IdSource ids)
    {
        var builder = new RegionBuilder(ids);
        var groups = Groups(frame);
        groups.Reverse();
        foreach (var group in groups)
        {
            var block = ids.Value(new BufferType(group[0].Value.Type, BufferKind.Span), "record");
            builder.Add(new TapePopOp(block, builder.Int(group.Count), group[0].Block));
            for (int i = 0; i < group.Count; i++)
                builder.Add(new LoadOp(group[i].Reader, block, [builder.Int(i)], default));
        }
        return builder.TakeOps();
    }

    /// <summary>Bytes that a saved value takes.</summary>
    public static int SizeOf(IrType type) => type is ScalarType scalar
        ? scalar.Kind switch
        {
            ScalarKind.F64 or ScalarKind.I64 or ScalarKind.U64 or ScalarKind.INative or ScalarKind.UNative => 8,
            ScalarKind.F32 or ScalarKind.I32 or ScalarKind.U32 => 4,
            ScalarKind.I16 or ScalarKind.U16 or ScalarKind.Char => 2,
            _ => 1,
        }
        : 8;

    private static List<List<SavedValue>> Groups(Frame frame) =>
        frame.Saved.GroupBy(saved => saved.Value.Type).Select(group => group.ToList()).ToList();
}
