using System.Collections.Generic;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Emission;

/// <summary>One step of the printed program: reads locals, then assigns locals.</summary>
/// <param name="Uses">Values read.</param>
/// <param name="Definitions">Values assigned, all at once.</param>
/// <param name="Copies">For each definition the value that it is a plain copy of, or null.</param>
internal readonly record struct FlowStep(List<ValueInfo> Uses, List<ValueInfo> Definitions, List<ValueInfo?> Copies);

/// <summary>Steps that run one after the other.</summary>
internal sealed class FlowBlock
{
    public List<FlowStep> Steps { get; } = [];

    public List<FlowBlock> Successors { get; } = [];
}

/// <summary>Where a value is touched: place in its region, with what precedes (0), is inside (1) or follows (2) the operation's own regions.</summary>
internal readonly record struct Occurrence(RegionNode Node, int Index, int Order, bool IsDefinition);

/// <summary>
/// The printed program as basic blocks over the values that need a local: folded expressions are read where they are printed, and the assignments that
/// control flow makes stand at the jumps.
/// </summary>
internal sealed class FlowGraph
{
    private readonly BodyModel _model;
    private readonly Dictionary<int, FlowBlock> _exits = [];
    private readonly Dictionary<int, FlowBlock> _nexts = [];
    private FlowBlock _current;

    public FlowGraph(BodyModel model)
    {
        _model = model;
        _current = Open();
        Region(model.Root, completion: null);
    }

    public List<FlowBlock> Blocks { get; } = [];

    public Dictionary<ValueInfo, List<Occurrence>> Occurrences { get; } = [];

    /// <summary>Pairs that want to share a local, those in inner loops first.</summary>
    public List<(ValueInfo Target, ValueInfo Source, int LoopDepth)> Affinities { get; } = [];

    private FlowBlock Open()
    {
        var block = new FlowBlock();
        Blocks.Add(block);
        return block;
    }

    private void Region(RegionNode node, FlowBlock? completion)
    {
        for (int i = 0; i < node.End; i++)
        {
            Op op = node.Region.Ops[i];
            if (_model.IsLive(op))
                Operation(node, i, op);
        }
        switch (node.Region.End)
        {
            case Yield when completion is not null:
                Assign(_model.Transfers(node), node, node.End, 0);
                _current.Successors.Add(completion);
                break;
            case Break { Label: not IrMethod.ReturnLabel } end:
                Assign(_model.Transfers(node), node, node.End, 0);
                _current.Successors.Add(_exits[end.Label]);
                break;
            case Continue end:
                Assign(_model.Transfers(node), node, node.End, 0);
                _current.Successors.Add(_nexts[end.Label]);
                break;
            case Break or Throw:
                Step(OpShape.Operands(node.Region.End), [], node, node.End, 0);
                break;
        }
    }

    private void Operation(RegionNode node, int index, Op op)
    {
        switch (op)
        {
            case IfOp o when !node.Children(index)[0].IsExpression:
                Step([o.Condition], [], node, index, 0);
                FlowBlock before = _current, after = Open();
                foreach (RegionNode side in node.Children(index))
                {
                    _current = Open();
                    before.Successors.Add(_current);
                    Region(side, after);
                }
                _current = after;
                break;
            case BlockOp o:
                _exits[o.Label] = after = Open();
                Region(node.Children(index)[0], after);
                _current = after;
                break;
            case ForOp o:
                For(node, index, o);
                break;
            case LoopOp o:
                Assign(_model.Transfers(o.Body.Parameters, o.Initial), node, index, 0);
                FlowBlock body = Open();
                _current.Successors.Add(body);
                _exits[o.Label] = after = Open();
                _nexts[o.Label] = body;
                _current = body;
                Region(node.Children(index)[0], body);
                _current = after;
                // The condition of a do statement stands outside its braces.
                if (LoopShapes.While(_model, node.Children(index)[0], o.Label) is null && LoopShapes.Do(_model, node.Children(index)[0], o.Label) is { } last)
                    Touch(last.Test.Condition, node, index, 1);
                break;
            default:
                if (IsInline(op))
                    return;
                Step(OpShape.Operands(op), OpShape.Results(op), node, index, 0);
                break;
        }
        // What a construct yields is wanted after it, wherever it is assigned.
        if (op is IfOp or BlockOp or ForOp or LoopOp)
        {
            foreach (IrValue result in OpShape.Results(op))
                Note(_model[result], new Occurrence(node, index, 2, false));
        }
    }

    private void For(RegionNode node, int index, ForOp o)
    {
        Assign(_model.Transfers(o.Body.Parameters, o.Initial), node, index, 0);
        RegionNode inner = node.Children(index)[0];
        Step([o.Start], [o.Induction], inner, -1, 0);
        Touch(o.Start, node, index, 0);
        FlowBlock header = Open(), latch = Open(), after = Open(), exhausted = Open(), body = Open();
        _current.Successors.Add(header);
        _current = header;
        Step([o.Induction, o.End], [], node, index, 1);
        header.Successors.Add(body);
        header.Successors.Add(exhausted);
        _exits[o.Label] = after;
        _nexts[o.Label] = latch;
        _current = body;
        Region(inner, latch);
        _current = latch;
        Step([o.Induction], [o.Induction], inner, inner.End, 0);
        latch.Successors.Add(header);
        _current = exhausted;
        Assign(_model.Transfers(o.Results, o.Body.Parameters), node, index, 2);
        exhausted.Successors.Add(after);
        _current = after;
    }

    private bool IsInline(Op op)
    {
        foreach (IrValue result in OpShape.Results(op))
        {
            if (_model[result].IsInline)
                return true;
        }
        return false;
    }

    private void Step(IReadOnlyList<IrValue> reads, IReadOnlyList<IrValue> results, RegionNode node, int index, int order)
    {
        var uses = new List<ValueInfo>();
        foreach (IrValue value in reads)
            _model.Leaves(value, uses);
        var definitions = new List<ValueInfo>();
        var copies = new List<ValueInfo?>();
        foreach (IrValue result in results)
        {
            ValueInfo info = _model[result];
            if (!info.IsNeeded)
                continue;
            definitions.Add(info);
            copies.Add(null);
        }
        // The sides of a conditional expression are read where it is printed.
        if (results.Count > 0 && definitions.Count == 1 && definitions[0].Definition is IfOp)
            _model.ConditionalLeaves(definitions[0], uses);
        Add(uses, definitions, copies, node, index, order);
    }

    private void Assign(List<Transfer> transfers, RegionNode node, int index, int order)
    {
        if (transfers.Count == 0)
            return;
        var uses = new List<ValueInfo>();
        var definitions = new List<ValueInfo>();
        var copies = new List<ValueInfo?>();
        foreach (Transfer transfer in transfers)
        {
            ValueInfo source = _model[transfer.Source], target = _model[transfer.Target];
            _model.Leaves(transfer.Source, uses);
            definitions.Add(target);
            copies.Add(source.IsInline ? null : source);
            if (!source.IsInline)
                Affinities.Add((target, source, node.LoopDepth));
        }
        Add(uses, definitions, copies, node, index, order);
    }

    private void Add(List<ValueInfo> uses, List<ValueInfo> definitions, List<ValueInfo?> copies, RegionNode node, int index, int order)
    {
        _current.Steps.Add(new FlowStep(uses, definitions, copies));
        foreach (ValueInfo use in uses)
            Note(use, new Occurrence(node, index, order, false));
        foreach (ValueInfo definition in definitions)
            Note(definition, new Occurrence(node, index, order, true));
    }

    private void Touch(IrValue value, RegionNode node, int index, int order)
    {
        var uses = new List<ValueInfo>();
        _model.Leaves(value, uses);
        foreach (ValueInfo use in uses)
            Note(use, new Occurrence(node, index, order, false));
    }

    private void Note(ValueInfo value, Occurrence occurrence)
    {
        if (!Occurrences.TryGetValue(value, out var list))
            Occurrences[value] = list = [];
        list.Add(occurrence);
    }
}
