using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization.Lanes;

// Rows that an inner loop reads again and again, each lane its own: the elements lie far apart, so that they are collected once per vector of
// iterations, when they are read first.
internal sealed partial class LaneWriter
{
    private readonly List<(ForOp Loop, string Use)> _pendingRows = new();
    private readonly List<ForOp?> _nest = new();
    private readonly Dictionary<string, IrValue> _rows = new();
    private readonly HashSet<string> _collected = new();
    private readonly List<Op> _rowMemory = new();

    /// <summary>Reads an element of a row that has been collected, or is being so; null where that cannot be done.</summary>
    private IrValue? FromRow(RegionBuilder builder, LoadOp op, System.Func<RegionBuilder, IrValue> load)
    {
        if (_mask is not null || _nest.Count < 2 || _nest[_nest.Count - 1] is not { Step: 1, Inclusive: false } along || _nest[_nest.Count - 2] is not { } again)
            return null;
        if (KnownOutside(along.Start) is not { } start || KnownOutside(along.End) is not { } end)
            return null;
        bool isShared = OpShape.Regions(again).Any(region => LeavesEarly(region)) || _facts.Roles.IsWritten(_facts.ClassOf(op.Buffer));
        var rowOfLane = _facts.RowOf(op.Buffer);
        if (isShared || Place(op.Indices[op.Indices.Length - 1], along, again) is not { } place || (_facts.MoveOf(op.Buffer) is { IsZero: false } || rowOfLane is not null) && !IsInvariant(op.Buffer, again))
            return null;
        if (op.Indices.Length == 2 && !IsInvariant(op.Indices[0], again))
            return null;
        string of = rowOfLane is not null ? $"{rowOfLane.Buffer.Id}[{Describe(rowOfLane.Indices[0])}]" : op.Indices.Length == 2 ? $"{op.Buffer.Id}[{Describe(op.Indices[0])}]" : $"{op.Buffer.Id}";
        string row = $"{of}[{place}] {start.Id}..{end.Id}";
        if (!_rows.TryGetValue(row, out var memory))
            _rows[row] = memory = RowMemory(op, start, end);
        var index = _method.ConstantOf(along.Start) is { IsOpaque: false, Bits: 0 } ? Scalar(along.Induction) : builder.Apply("sub", IrType.I32, Scalar(along.Induction), Scalar(along.Start));
        var type = LanesOf(op.Result.Type);
        string use = $"{row} {again.Start.Id}..{again.End.Id}, {again.Step}, {again.Inclusive}";
        if (_collected.Contains(use))
            return builder.Load(type, memory, [index], default);

        var isFirst = builder.Apply("eq", IrType.Bool, Scalar(again.Induction), Scalar(again.Start));
        var first = new RegionBuilder(_ids);
        var value = load(first);
        first.Add(new StoreOp(memory, [index], default, value));
        var later = new RegionBuilder(_ids);
        var known = later.Load(type, memory, [index], default);
        var result = _ids.Value(type, op.Result.Name);
        builder.Add(new IfOp([result], isFirst, first.Finish(new Yield([value])), later.Finish(new Yield([known]))));
        // Another loop of as many rounds, behind this one, finds the row complete.
        if (_nest.Count == 2)
            _pendingRows.Add((again, use));
        return result;
    }

    private void Leave(ForOp loop)
    {
        foreach (var (_, use) in _pendingRows.Where(pending => ReferenceEquals(pending.Loop, loop)))
            _collected.Add(use);
    }

    // The value as it is known in front of the loop in lanes: a view is as long as it was made.
    private IrValue? KnownOutside(IrValue value) =>
        IsOutside(value) ? value
        : _method.OpOf(value) is LengthOp { Dimension: 0 } length && IsView(length.Buffer) && _facts.LengthOf(length.Buffer) is { } made ? KnownOutside(made)
        : null;

    private static bool LeavesEarly(Region region) => region.End is Break or Continue or Throw || region.Ops.Any(op => OpShape.Regions(op).Any(LeavesEarly));

    private IrValue RowMemory(LoadOp op, IrValue from, IrValue to)
    {
        var setup = new RegionBuilder(_ids);
        var span = setup.Apply("sub", IrType.I32, to, from);
        var length = _ids.Value(IrType.I32);
        setup.Add(new ForeignOp([length], "global::System.Math.Max({0}, 0)", [span], IsPure: true, StopsDerivative: true, Accessible: true) { IsTotal = true });
        var memory = _ids.Value(new BufferType(LanesOf(op.Result.Type), BufferKind.Span), op.Buffer.Name.Length > 0 ? op.Buffer.Name + "Rows" : "rows");
        setup.Add(new AllocateOp(memory, [length], Storage.Scratch));
        _rowMemory.AddRange(setup.TakeOps());
        return memory;
    }

    /// <summary>The index without the inner loop's part, as text: null unless it is the inner loop's induction value plus what the outer one does not change.</summary>
    private string? Place(IrValue index, ForOp along, ForOp again)
    {
        if (index.Equals(along.Induction))
            return "j";
        if (_method.OpOf(index) is not ApplyOp { Primitive: "add", Checked: false } sum)
            return null;
        for (int side = 0; side < 2; side++)
        {
            if (IsInvariant(sum.Arguments[1 - side], again) && Place(sum.Arguments[side], along, again) is { } rest)
                return $"{Describe(sum.Arguments[1 - side])}+{rest}";
        }
        return null;
    }

    // The same in all rounds of a loop.
    private bool IsInvariant(IrValue value, ForOp loop)
    {
        if (!_method.DefinitionOf(value).Node.IsWithin(_method.NodeOf(loop.Body)))
            return true;
        return _method.OpOf(value) switch
        {
            ConstantOp => true,
            ApplyOp o => o.Arguments.All(argument => IsInvariant(argument, loop)),
            LengthOp o => IsInvariant(o.Buffer, loop),
            LoadOp o when _facts.RowOf(o.Result) is not null => IsInvariant(o.Buffer, loop) && o.Indices.All(index => IsInvariant(index, loop)),
            SliceOp o => IsInvariant(o.Buffer, loop) && (o.Start is null || IsInvariant(o.Start, loop)),
            _ => false,
        };
    }

    private string Describe(IrValue value) => _method.OpOf(value) switch
    {
        ConstantOp { Value.IsOpaque: false } o => o.Value.Bits.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ApplyOp { Checked: false } o when value.Type == IrType.I32 => $"({o.Primitive} {string.Join(" ", o.Arguments.Select(Describe))})",
        _ => $"v{value.Id}",
    };
}
