using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Analysis;
using DiffGen.Generator.Ir;
using DiffGen.Generator.Rules;

namespace DiffGen.Generator.Differentiation;

/// <summary>
/// What a loop costs that runs again beside its adjoint, and what it would cost to save instead: the values that the adjoint needs and that are neither
/// read again nor cheap to compute. Counted in cheap operations; what an inner loop does counts as often as an inner loop usually runs.
/// </summary>
internal sealed class RepetitionCost
{
    private const long InnerTrips = 8;
    private const int CostOfSaving = 3;
    private const int CostOfFunction = 20;
    private const int CostOfDivision = 5;
    private const int CheapDepth = 6;

    private readonly PrimalView _view;
    private readonly MethodFacts _facts;
    private readonly RegionNode _loop;
    private readonly RegionNode _root;
    private readonly Dictionary<int, IrValue> _saved = new();
    private readonly HashSet<Op> _counted = new(Common.ReferenceComparer<Op>.Instance);
    private readonly HashSet<int> _seen = new();
    private readonly Stack<IrValue> _pending = new();

    /// <param name="root">Where both sweeps run, one after the other: what is written later in it cannot be read again.</param>
    public RepetitionCost(PrimalView view, LoopParts loop, RegionNode root)
    {
        _view = view;
        _facts = view.Facts;
        _loop = _facts.NodeOf(loop.Body);
        _root = root;
        CollectNeeds(loop.Body);
        Saving = _saved.Values.Sum(value => CostOfSaving * Weight(_facts.DefinitionOf(value).Node));
        foreach (var value in _saved.Values)
            Follow(value);
        while (_pending.Count > 0)
            Spread(_pending.Pop());
    }

    /// <summary>What computing the saved values again costs in one iteration.</summary>
    public long Repeating { get; private set; }

    /// <summary>What storing and loading them costs.</summary>
    public long Saving { get; }

    public bool SavesAnything => _saved.Count > 0;

    private void CollectNeeds(Region region)
    {
        foreach (var op in region.Ops)
        {
            if (!_view.HasAdjoint(op))
                continue;
            switch (op)
            {
                case ApplyOp apply:
                    NeedPartials(apply);
                    break;
                case LoadOp { Result.Type: not BufferType } load when _view.Activity.IsActiveMemory(load.Buffer):
                    NeedAll(load.Indices);
                    break;
                case StoreOp store when _view.Activity.IsActiveMemory(store.Buffer):
                    NeedAll(store.Indices);
                    break;
                case IfOp choice:
                    Need(choice.Condition, 0);
                    break;
                case SelectOp { Result.Type: not BufferType } choice:
                    Need(choice.Condition, 0);
                    break;
                case ForOp loop:
                    Need(loop.Start, 0);
                    Need(loop.End, 0);
                    break;
            }
            foreach (var inner in OpShape.Regions(op))
                CollectNeeds(inner);
        }
    }

    private void NeedPartials(ApplyOp op)
    {
        for (int i = 0; i < op.Arguments.Length; i++)
        {
            if (op.Arguments[i].Type.IsFloat && _view.IsActive(op.Arguments[i]) && DerivativeRules.Flows(op, i))
                NeedAll(DerivativeRules.Reads(op, i, _view.ConstantOf));
        }
    }

    private void NeedAll(IEnumerable<IrValue> values)
    {
        foreach (var value in values)
            Need(value, 0);
    }

    private void Need(IrValue value, int depth)
    {
        if (value.Type is BufferType || !IsInside(value) || _saved.ContainsKey(value.Id))
            return;
        switch (_facts.OpOf(value))
        {
            case ConstantOp or LengthOp:
                return;
            case null when IsInduction(value):
                return;
            case LoadOp load when IsStable(load):
                NeedAll(load.Indices);
                return;
            case ApplyOp apply when depth < CheapDepth && Cost(apply) == 1:
                foreach (var argument in apply.Arguments)
                    Need(argument, depth + 1);
                return;
            case SelectOp choice when depth < CheapDepth:
                foreach (var operand in OpShape.Operands(choice))
                    Need(operand, depth + 1);
                return;
            default:
                _saved[value.Id] = value;
                return;
        }
    }

    private bool IsStable(LoadOp load) =>
        _facts.IsStableAfter(_facts.Aliases.ClassOf(load.Buffer), load.Path, _facts.PositionOf(load), _facts.NodeOf(load), _root);

    private bool IsInside(IrValue value) => _facts.IsDefined(value) && _facts.DefinitionOf(value).Node.IsWithin(_loop);

    private bool IsInduction(IrValue value) => _facts.DefinitionOf(value).Node.Owner is ForOp loop && loop.Induction.Equals(value);

    private long Weight(RegionNode node)
    {
        long weight = 1;
        for (var loop = node.Loop; loop is not null && loop != _loop && loop.IsWithin(_loop); loop = loop.Parent?.Loop)
            weight *= InnerTrips;
        return weight;
    }

    private void Follow(IrValue value)
    {
        if (IsInside(value) && _seen.Add(value.Id))
            _pending.Push(value);
    }

    // Everything in the loop that a value depends on, through memory that the loop writes too.
    private void Spread(IrValue value)
    {
        var definition = _facts.DefinitionOf(value);
        if (definition.Op is { } op)
            Count(op);
        else if (definition.Node != _loop && definition.Node.Owner is { } owner)
            Count(owner);
    }

    private void Count(Op op)
    {
        if (!_counted.Add(op))
            return;
        Repeating += Cost(op) * Weight(_facts.NodeOf(op));
        foreach (var operand in OpShape.Operands(op))
            Follow(operand);
        foreach (var end in OpShape.Regions(op).SelectMany(region => OpShape.Operands(region.End)))
            Follow(end);
        if (op is LoadOp load)
        {
            foreach (var write in _facts.WritesTo(_facts.Aliases.ClassOf(load.Buffer)).Where(write => write.Node.IsWithin(_loop)))
                Count(write.Op);
        }
    }

    private static int Cost(Op op) => op switch
    {
        ConstantOp or LengthOp or SliceOp => 0,
        ApplyOp { Primitive: "add" or "sub" or "mul" or "neg" or "convert" or "lt" or "le" or "gt" or "ge" or "eq" or "ne" or "not" or "and" or "or" or "xor" or "stop" } => 1,
        ApplyOp { Primitive: "div" or "rem" or "Sqrt" } => CostOfDivision,
        ApplyOp or CallOp or ForeignOp => CostOfFunction,
        _ => 1,
    };
}
