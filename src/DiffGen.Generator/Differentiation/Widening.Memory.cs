using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Differentiation;

// Memory of derivatives: an element's leaves lie side by side, one vector each.
internal sealed partial class Widening
{
    /// <summary>Rewrites an operation on memory; false if it is none.</summary>
    private bool Memory(RegionBuilder builder, Op op)
    {
        switch (op)
        {
            case ConstantOp { Result.Type: BufferType } o:
                builder.Add(o with { Result = Map(o.Result) });
                return true;
            case LoadOp o:
                Load(builder, o);
                return true;
            case StoreOp o:
                Store(builder, o);
                return true;
            case AccumulateOp o when _facts.HoldsLanes(o.Buffer):
                if (Position(o.Buffer, o.Path) is >= 0 and var added)
                    builder.Add(o with { Buffer = Map(o.Buffer), Indices = Indices(builder, o.Buffer, o.Indices, added), Path = default, Value = As(builder, o.Value, ElementType(o.Buffer)) });
                return true;
            case LengthOp o when IsFlat(o.Buffer) && LayoutOf(o.Buffer).Count > 1 && o.Dimension != RankOf(o.Buffer) - 2:
                var vectors = _ids.Value(o.Result.Type);
                builder.Add(o with { Result = vectors, Buffer = Map(o.Buffer) });
                builder.Add(new ApplyOp(o.Result, "div", [vectors, Integer(builder, LayoutOf(o.Buffer).Count, o.Result.Type)]));
                return true;
            case LengthOp o:
                builder.Add(o with { Buffer = Map(o.Buffer) });
                return true;
            case SliceOp o:
                builder.Add(o with { Result = Map(o.Result), Buffer = Map(o.Buffer), Start = Scaled(builder, o.Buffer, o.Start), Length = Scaled(builder, o.Buffer, o.Length) });
                return true;
            case AllocateOp o when _facts.HoldsLanes(o.Result):
                Allocate(builder, o);
                return true;
            case FillOp o when IsFlat(o.Buffer):
                Fill(builder, o);
                return true;
            case FillOp o:
                builder.Add(o with { Buffer = Map(o.Buffer), Leaves = o.Leaves.Map(Map) });
                return true;
            case CopyOp o:
                Copy(builder, o);
                return true;
            case TapePushOp o:
                builder.Add(o with { Result = Map(o.Result), Count = Scaled(builder, o.Result, o.Count)! });
                return true;
            case TapePopOp o:
                builder.Add(o with { Result = Map(o.Result), Count = Scaled(builder, o.Result, o.Count)! });
                return true;
            default:
                return false;
        }
    }

    /// <summary>Whether the buffer's own elements are derivatives, not rows of them.</summary>
    private bool IsFlat(IrValue buffer) => ((BufferType)buffer.Type).Element is not BufferType && _facts.HoldsLanes(buffer);

    private static LaneLayout LayoutOf(IrValue buffer) => LaneLayout.Of(LaneLayout.InnermostElement(buffer.Type));

    private static int Position(IrValue buffer, EquatableArray<string> path) => LayoutOf(buffer).PositionOf(path);

    private static int RankOf(IrValue buffer) => ((BufferType)buffer.Type).Rank;

    private IrType ElementType(IrValue buffer) => _facts.Width.TypeOf(LayoutOf(buffer).Kind);

    private void Load(RegionBuilder builder, LoadOp op)
    {
        var result = Map(op.Result);
        if (!IsFlat(op.Buffer))
        {
            builder.Add(op with { Result = result, Buffer = Map(op.Buffer) });
            return;
        }
        int position = Position(op.Buffer, op.Path);
        if (position < 0)
        {
            // A leaf without a derivative.
            builder.Add(new ConstantOp(result, new Constant(result.Type is LaneType lanes ? lanes.Kind : ((ScalarType)result.Type).Kind, 0, "")));
            return;
        }
        var type = ElementType(op.Buffer);
        var element = type.Equals(result.Type) ? result : _ids.Value(type);
        builder.Add(op with { Result = element, Buffer = Map(op.Buffer), Indices = Indices(builder, op.Buffer, op.Indices, position), Path = default });
        if (!element.Equals(result))
            builder.Add(new ApplyOp(result, "convert", [element]));
    }

    private void Store(RegionBuilder builder, StoreOp op)
    {
        if (!IsFlat(op.Buffer))
            builder.Add(op with { Buffer = Map(op.Buffer), Value = Map(op.Value) });
        else if (Position(op.Buffer, op.Path) is >= 0 and var position)
            builder.Add(op with { Buffer = Map(op.Buffer), Indices = Indices(builder, op.Buffer, op.Indices, position), Path = default, Value = Element(builder, op.Value, op.Buffer) });
    }

    private IrValue Element(RegionBuilder builder, IrValue value, IrValue buffer) => As(builder, value, ElementType(buffer));

    /// <summary>The last index counts vectors.</summary>
    private EquatableArray<IrValue> Indices(RegionBuilder builder, IrValue buffer, EquatableArray<IrValue> indices, int position)
    {
        int count = LayoutOf(buffer).Count;
        if (count == 1)
            return indices;
        int last = indices.Length - 1;
        return [.. indices.Take(last), Sum(builder, Product(builder, indices[last], count), position)];
    }

    private IrValue? Scaled(RegionBuilder builder, IrValue buffer, IrValue? length) =>
        length is null || !IsFlat(buffer) ? length : Product(builder, length, LayoutOf(buffer).Count);

    private IrValue Product(RegionBuilder builder, IrValue index, int count) =>
        count == 1 ? index
        : _constants.TryGetValue(index.Id, out var known) ? Integer(builder, (int)known.Bits * count, index.Type)
        : builder.Apply("mul", index.Type, index, Integer(builder, count, index.Type));

    private IrValue Sum(RegionBuilder builder, IrValue index, int position) =>
        position == 0 ? index
        : _constants.TryGetValue(index.Id, out var known) ? Integer(builder, (int)known.Bits + position, index.Type)
        : builder.Apply("add", index.Type, index, Integer(builder, position, index.Type));

    private IrValue Integer(RegionBuilder builder, int value, IrType type)
    {
        var constant = Constant.OfInteger(((ScalarType)type).Kind, value);
        var result = builder.Constant(constant);
        _constants[result.Id] = constant;
        return result;
    }

    private void Allocate(RegionBuilder builder, AllocateOp op)
    {
        var sizes = op.Sizes;
        if (IsFlat(op.Result))
            sizes = [.. sizes.Take(sizes.Length - 1), Scaled(builder, op.Result, sizes[sizes.Length - 1])!];
        // The stack has no room for many lanes.
        var storage = op.Storage == Storage.Stack ? Storage.Scratch : op.Storage;
        builder.Add(op with { Result = Map(op.Result), Sizes = sizes, Storage = storage });
    }

    private void Fill(RegionBuilder builder, FillOp op)
    {
        var layout = LayoutOf(op.Buffer);
        var carrying = Carrying(builder, op);
        bool isZero = op.Leaves.All(leaf => _constants.TryGetValue(leaf.Id, out var constant) && constant.Bits == 0);
        if (layout.Count == 1 || isZero && layout.Count > 0)
        {
            builder.Add(new FillOp(Map(op.Buffer), [carrying[0]]));
            return;
        }
        var length = builder.Length(Map(op.Buffer));
        ForEach(builder, builder.Apply("div", IrType.I32, length, Integer(builder, layout.Count, IrType.I32)), (body, index) =>
        {
            for (int i = 0; i < layout.Count; i++)
                body.Add(new StoreOp(Map(op.Buffer), Indices(body, op.Buffer, [index], i), default, carrying[i]));
        });
    }

    // The values of the leaves that carry derivatives, in order.
    private EquatableArray<IrValue> Carrying(RegionBuilder builder, FillOp op)
    {
        var paths = AllPaths(((BufferType)op.Buffer.Type).Element).ToList();
        return LayoutOf(op.Buffer).Paths.Map(path => Element(builder, op.Leaves[paths.FindIndex(candidate => candidate.Equals(path))], op.Buffer));
    }

    private static System.Collections.Generic.IEnumerable<EquatableArray<string>> AllPaths(IrType type) => type is StructType structure
        ? structure.Fields.SelectMany(field => AllPaths(field.Type).Select(path => (EquatableArray<string>)[field.Name, .. path]))
        : [default];

    private void Copy(RegionBuilder builder, CopyOp op)
    {
        if (!IsFlat(op.Destination) || _facts.HoldsLanes(op.Source))
        {
            builder.Add(op with { Source = Map(op.Source), Destination = Map(op.Destination) });
            return;
        }
        // Numbers without a direction are copied into equal lanes.
        var layout = LayoutOf(op.Destination);
        var types = layout.Paths.Map(path => LeafType(((BufferType)op.Source.Type).Element, path));
        ForEach(builder, builder.Length(op.Source), (body, index) =>
        {
            for (int i = 0; i < layout.Count; i++)
            {
                var value = body.Load(types[i], op.Source, [index], layout.Paths[i]);
                body.Add(new StoreOp(Map(op.Destination), Indices(body, op.Destination, [index], i), default, Element(body, value, op.Destination)));
            }
        });
    }

    private static IrType LeafType(IrType type, EquatableArray<string> path) =>
        path.Aggregate(type, (current, step) => ((StructType)current).Fields.First(field => field.Name == step).Type);

    private void ForEach(RegionBuilder builder, IrValue count, System.Action<RegionBuilder, IrValue> write)
    {
        var index = _ids.Value(IrType.I32);
        var body = new RegionBuilder(_ids);
        write(body, index);
        builder.Add(new ForOp(default, _ids.Label(), index, builder.Int(0), count, 1, false, default, body.Finish(new Yield(default))));
    }
}
