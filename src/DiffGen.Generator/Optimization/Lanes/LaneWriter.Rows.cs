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
    private readonly HashSet<string> _ready = new();
    private bool _isCollecting;

    /// <summary>Reads an element of a row that has been collected, or is being so; null where that cannot be done.</summary>
    private IrValue? FromRow(RegionBuilder builder, LoadOp op, System.Func<RegionBuilder, IrValue> load)
    {
        if (RowOf(op) is not { } row)
            return null;
        var type = LanesOf(op.Result.Type);
        if (_isCollecting)
        {
            var element = load(builder);
            builder.Add(new StoreOp(MemoryOf(row, op), [PlaceIn(builder, row)], default, element));
            return element;
        }
        var (memory, index) = (MemoryOf(row, op), PlaceIn(builder, row));
        if (_collected.Contains(row.Use) || _ready.Contains(row.Name))
            return builder.Load(type, memory, [index], default);

        var first = new RegionBuilder(_ids);
        var value = load(first);
        first.Add(new StoreOp(memory, [index], default, value));
        var later = new RegionBuilder(_ids);
        var known = later.Load(type, memory, [index], default);
        var result = _ids.Value(type, op.Result.Name);
        builder.Add(new IfOp([result], IsFirst(builder, row.Again), first.Finish(new Yield([value])), later.Finish(new Yield([known]))));
        Collected(row);
        return result;
    }

    private IrValue IsFirst(RegionBuilder builder, ForOp again) => builder.Apply("eq", IrType.Bool, Scalar(again.Induction), Scalar(again.Start));

    private IrValue MemoryOf(SharedRow row, LoadOp op)
    {
        if (!_rows.TryGetValue(row.Name, out var memory))
            _rows[row.Name] = memory = RowMemory(op, row.Start, row.End);
        return memory;
    }

    private IrValue PlaceIn(RegionBuilder builder, SharedRow row) => _method.ConstantOf(row.Along.Start) is { IsOpaque: false, Bits: 0 }
        ? Scalar(row.Along.Induction)
        : builder.Apply("sub", IrType.I32, Scalar(row.Along.Induction), Scalar(row.Along.Start));

    // Another loop of as many rounds, behind this one, finds the row complete.
    private void Collected(SharedRow row)
    {
        if (_nest.Count == 2)
            _pendingRows.Add((row.Again, row.Use));
    }

    private SharedRow? RowOf(LoadOp op)
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
        string name = $"{of}[{place}] {start.Id}..{end.Id}";
        return new SharedRow(name, along, again, start, end);
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

    /// <summary>A row of each lane that one loop goes along, again and again in the rounds of another.</summary>
    private sealed record SharedRow(string Name, ForOp Along, ForOp Again, IrValue Start, IrValue End)
    {
        /// <summary>All loops of one use run through the row equally often.</summary>
        public string Use => $"{Name} {Again.Start.Id}..{Again.End.Id}, {Again.Step}, {Again.Inclusive}";
    }
}
