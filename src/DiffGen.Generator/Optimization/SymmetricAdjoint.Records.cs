using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization;

// What waits on the tape between the two halves: the arguments.
internal sealed partial class SymmetricAdjoint
{
    /// <summary>The arguments that the adjoint's code reads and that nobody hands to it, by their places among the parameters.</summary>
    private List<IrValue> Saved(RegionBuilder code, EquatableArray<IrValue> results)
    {
        var used = new HashSet<int>(results.Select(value => value.Id));
        foreach (var op in code.TakeOps().SelectMany(WithInner))
        {
            used.UnionWith(OpShape.Operands(op).Select(value => value.Id));
            foreach (var region in OpShape.Regions(op))
                used.UnionWith(OpShape.Operands(region.End).Select(value => value.Id));
        }
        var saved = _origin.Parameters.Where(part => part.Role != AdjointRole.Destination && !_parameters.Contains(_arguments[part]) && used.Contains(_arguments[part].Id));
        return saved.Select(part => _arguments[part]).ToList();
    }

    private static IEnumerable<Op> WithInner(Op op) => OpShape.AllOps(new Region(default, [op], new Unreachable()));

    private IrMethod Forward(List<IrValue> saved)
    {
        var ids = new IdSource(_method.Parameters.Max(value => value.Id) + 1, IrMethod.ReturnLabel + 1);
        var builder = new RegionBuilder(ids);
        var places = _origin.Parameters.Select((part, i) => (part, i)).Where(pair => pair.part.Role != AdjointRole.Destination)
            .ToDictionary(pair => _arguments[pair.part].Id, pair => _method.Parameters[pair.i]);
        var lengths = new List<IrValue>();
        foreach (var value in saved.Where(value => value.Type is BufferType))
        {
            var buffer = places[value.Id];
            var length = builder.Length(buffer);
            var block = ids.Value(Block(buffer.Type), "saved");
            builder.Add(new TapePushOp(block, length, Zeroed: false, NameOf(value)));
            builder.Add(new CopyOp(buffer, block));
            lengths.Add(length);
        }
        foreach (var group in Groups(saved))
            Push(group.Select(value => places[value.Id]).ToList(), NameOf(group[0]));
        if (lengths.Count > 0)
            Push(lengths, Lengths);
        var results = OpShape.Operands(_method.Body.End).Map(value => ids.Value(value.Type, value.Name));
        builder.Add(new CallOp(results, _method.Key, CallKind.Primal, _method.Parameters));
        return _method with { Body = builder.Finish(new Break(IrMethod.ReturnLabel, results, -1)), NextId = ids.NextId, Lines = default };

        void Push(List<IrValue> values, string name)
        {
            var record = ids.Value(new BufferType(values[0].Type, BufferKind.Span), "record");
            builder.Add(new TapePushOp(record, builder.Int(values.Count), Zeroed: false, name));
            for (int i = 0; i < values.Count; i++)
                builder.Add(new StoreOp(record, [builder.Int(i)], default, values[i]));
        }
    }

    private static List<Op> Pop(List<IrValue> saved, IdSource ids)
    {
        var builder = new RegionBuilder(ids);
        var buffers = saved.Where(value => value.Type is BufferType).ToList();
        var lengths = buffers.Select(value => ids.Value(IrType.I32, value.Name + "Length")).ToList();
        if (lengths.Count > 0)
            Read(lengths, Lengths);
        foreach (var group in Groups(saved).Reverse())
            Read(group, NameOf(group[0]));
        for (int i = buffers.Count - 1; i >= 0; i--)
        {
            // A popped block lasts until the next push.
            var block = ids.Value(Block(buffers[i].Type), "saved");
            builder.Add(new TapePopOp(block, lengths[i], NameOf(buffers[i])));
            var copy = buffers[i].Type is BufferType { Kind: BufferKind.ReadOnlySpan } ? ids.Value(block.Type, buffers[i].Name) : buffers[i];
            builder.Add(new AllocateOp(copy, [lengths[i]], copy.Type is BufferType { Kind: BufferKind.Array } ? Storage.Heap : Storage.Scratch));
            builder.Add(new CopyOp(block, copy));
            if (!copy.Equals(buffers[i]))
                builder.Add(new SliceOp(buffers[i], copy, null, null));
        }
        return builder.TakeOps();

        void Read(List<IrValue> values, string name)
        {
            var record = ids.Value(new BufferType(values[0].Type, BufferKind.Span), "record");
            builder.Add(new TapePopOp(record, builder.Int(values.Count), name));
            for (int i = 0; i < values.Count; i++)
                builder.Add(new LoadOp(values[i], record, [builder.Int(i)], default));
        }
    }

    private const string Lengths = "lengths";

    // The two halves agree on the names of blocks: those of the first argument in each.
    private static string NameOf(IrValue argument) => "argument" + argument.Id.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static IEnumerable<List<IrValue>> Groups(List<IrValue> saved) =>
        saved.Where(value => value.Type is not BufferType).GroupBy(value => value.Type).Select(group => group.ToList()).ToList();

    private static BufferType Block(IrType type) => type is BufferType { Rank: 1, Element: not BufferType } buffer
        ? buffer with { Kind = BufferKind.Span }
        : throw new UnsupportedDerivativeException(-1, "it calls a reverse companion with a T[,] or T[][] whose contents change afterwards; pass a one-dimensional array");
}
