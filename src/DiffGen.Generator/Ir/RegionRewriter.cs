using System;
using System.Collections.Generic;
using DiffGen.Generator.Common;

namespace DiffGen.Generator.Ir;

/// <summary>
/// Copies operations and regions. Values in the map are replaced; with an <see cref="IdSource"/> every definition, label and slot also
/// gets a fresh number, so that the copy can stand beside the original.
/// </summary>
internal sealed class RegionRewriter
{
    private readonly Dictionary<int, IrValue> _values = new();
    private readonly Dictionary<int, int> _labels = new();
    private readonly Dictionary<int, Slot> _slots = new();
    private readonly IdSource? _fresh;

    /// <param name="fresh">Null: keep the numbers, only substitute.</param>
    /// <param name="defined">Called with (original, copy) for every definition that gets a fresh number.</param>
    public RegionRewriter(IdSource? fresh, Action<IrValue, IrValue>? defined = null)
    {
        _fresh = fresh;
        Defined = defined;
    }

    private Action<IrValue, IrValue>? Defined { get; }

    /// <summary>How many lines the text of the copied method is shifted by; −1 strips lines.</summary>
    public Func<int, int>? MapLine { get; set; }

    /// <summary>Finds a replacement for a value that was not defined by the copied code.</summary>
    public Func<IrValue, IrValue>? Free { get; set; }

    /// <summary>Drops the ordinals, for code that comes from another method.</summary>
    public bool StripOrdinals { get; set; }

    public void Substitute(IrValue original, IrValue replacement) => _values[original.Id] = replacement;

    public void MapLabel(int original, int replacement) => _labels[original] = replacement;

    /// <summary>The value that stands for <paramref name="value"/> in the copy.</summary>
    public IrValue Map(IrValue value)
    {
        if (_values.TryGetValue(value.Id, out var mapped))
            return mapped;
        return Free is null ? value : Free(value);
    }

    public EquatableArray<IrValue> Map(EquatableArray<IrValue> values) => values.Map(Map);

    public Region Copy(Region region)
    {
        var parameters = region.Parameters.Map(Define);
        var ops = new Op[region.Ops.Length];
        for (int i = 0; i < ops.Length; i++)
            ops[i] = Copy(region.Ops[i]);
        return new Region(parameters, new EquatableArray<Op>(ops), Copy(region.End));
    }

    public Terminator Copy(Terminator end)
    {
        var copy = OpShape.WithOperands(end, Map(OpShape.Operands(end)));
        copy = copy with { Line = Line(copy.Line) };
        return copy switch
        {
            Break b => b with { Label = Label(b.Label) },
            Continue c => c with { Label = Label(c.Label) },
            Throw t when StripOrdinals => t with { Ordinal = -1 },
            _ => copy,
        };
    }

    public Op Copy(Op op)
    {
        var copy = CopyCore(op);
        if (MapLine is not null)
            copy = copy with { Line = Line(op.Line) };
        return StripOrdinals ? copy with { Ordinal = -1 } : copy;
    }

    private Op CopyCore(Op op) => op switch
    {
        ConstantOp o => o with { Result = Define(o.Result) },
        ApplyOp o => o with { Arguments = Map(o.Arguments), Result = Define(o.Result) },
        ForeignOp o => o with { Arguments = Map(o.Arguments), Results = o.Results.Map(Define) },
        StaticBufferOp o => o with { Result = Define(o.Result) },
        LoadOp o => o with { Buffer = Map(o.Buffer), Indices = Map(o.Indices), Result = Define(o.Result) },
        StoreOp o => o with { Buffer = Map(o.Buffer), Indices = Map(o.Indices), Value = Map(o.Value) },
        AccumulateOp o => o with { Buffer = Map(o.Buffer), Indices = Map(o.Indices), Value = Map(o.Value) },
        LengthOp o => o with { Buffer = Map(o.Buffer), Result = Define(o.Result) },
        SliceOp o => o with
        {
            Buffer = Map(o.Buffer),
            Start = o.Start is null ? null : Map(o.Start),
            Length = o.Length is null ? null : Map(o.Length),
            Result = Define(o.Result),
        },
        AllocateOp o => o with { Sizes = Map(o.Sizes), Result = Define(o.Result) },
        FillOp o => o with { Buffer = Map(o.Buffer), Leaves = Map(o.Leaves) },
        CopyOp o => o with { Source = Map(o.Source), Destination = Map(o.Destination) },
        SelectOp o => o with { Condition = Map(o.Condition), WhenTrue = Map(o.WhenTrue), WhenFalse = Map(o.WhenFalse), Result = Define(o.Result) },
        CallOp o => o with { Arguments = Map(o.Arguments), Results = o.Results.Map(Define) },
        IfOp o => CopyIf(o),
        BlockOp o => CopyBlock(o),
        ForOp o => CopyFor(o),
        LoopOp o => CopyLoop(o),
        CommentOp => op,
        SlotOp o => o with { Slot = Map(o.Slot) },
        SetSlotOp o => o with { Slot = Map(o.Slot), Value = Map(o.Value) },
        GetSlotOp o => o with { Slot = Map(o.Slot), Result = Define(o.Result) },
        TapePushOp o => o with { Count = Map(o.Count), Result = Define(o.Result) },
        TapePopOp o => o with { Count = Map(o.Count), Result = Define(o.Result) },
        ScratchMarkOp o => o with { Result = Define(o.Result) },
        ScratchReleaseOp o => o with { Mark = Map(o.Mark) },
        LaneLoadOp o => o with { Buffer = Map(o.Buffer), Index = Map(o.Index), Stride = Map(o.Stride), Mask = o.Mask is null ? null : Map(o.Mask), Result = Define(o.Result) },
        LaneStoreOp o => o with { Buffer = Map(o.Buffer), Index = Map(o.Index), Stride = Map(o.Stride), Value = Map(o.Value), Mask = o.Mask is null ? null : Map(o.Mask) },
        LaneRowLoadOp o => o with
        {
            Buffer = Map(o.Buffer),
            Row = Map(o.Row),
            RowStride = Map(o.RowStride),
            Column = Map(o.Column),
            ColumnStride = Map(o.ColumnStride),
            Mask = o.Mask is null ? null : Map(o.Mask),
            Result = Define(o.Result),
        },
        LaneGatherOp o => o with { Buffer = Map(o.Buffer), Indices = Map(o.Indices), Mask = o.Mask is null ? null : Map(o.Mask), Result = Define(o.Result) },
        LaneScatterOp o => o with { Buffer = Map(o.Buffer), Indices = Map(o.Indices), Value = Map(o.Value), Mask = o.Mask is null ? null : Map(o.Mask) },
        LaneSumsOp o => o with { Buffer = Map(o.Buffer), Blocks = Map(o.Blocks), Result = Define(o.Result) },
        FinishLaneSumsOp o => o with { Sums = Map(o.Sums) },
        _ => throw new InvalidOperationException($"Unknown operation {op.GetType().Name}."),
    };

    private IfOp CopyIf(IfOp o)
    {
        var condition = Map(o.Condition);
        var then = Copy(o.Then);
        var otherwise = Copy(o.Else);
        return o with { Condition = condition, Then = then, Else = otherwise, Results = o.Results.Map(Define) };
    }

    private BlockOp CopyBlock(BlockOp o)
    {
        int label = DefineLabel(o.Label);
        var body = Copy(o.Body);
        return o with { Label = label, Body = body, Results = o.Results.Map(Define) };
    }

    private ForOp CopyFor(ForOp o)
    {
        var start = Map(o.Start);
        var end = Map(o.End);
        var initial = Map(o.Initial);
        int label = DefineLabel(o.Label);
        var induction = Define(o.Induction);
        var body = Copy(o.Body);
        return o with { Label = label, Start = start, End = end, Initial = initial, Induction = induction, Body = body, Results = o.Results.Map(Define) };
    }

    private LoopOp CopyLoop(LoopOp o)
    {
        var initial = Map(o.Initial);
        int label = DefineLabel(o.Label);
        var body = Copy(o.Body);
        return o with { Label = label, Initial = initial, Body = body, Results = o.Results.Map(Define) };
    }

    private IrValue Define(IrValue value)
    {
        if (_fresh is null)
            return value;
        var copy = _fresh.Value(value.Type, value.Name);
        _values[value.Id] = copy;
        Defined?.Invoke(value, copy);
        return copy;
    }

    private int DefineLabel(int label)
    {
        if (_fresh is null)
            return label;
        int copy = _fresh.Label();
        _labels[label] = copy;
        return copy;
    }

    private int Label(int label) => _labels.TryGetValue(label, out int mapped) ? mapped : label;

    private int Line(int line) => MapLine is null || line < 0 ? line : MapLine(line);

    private Slot Map(Slot slot)
    {
        if (_fresh is null)
            return slot;
        if (!_slots.TryGetValue(slot.Id, out var mapped))
            _slots[slot.Id] = mapped = _fresh.Slot(slot.Type, slot.Name);
        return mapped;
    }
}
