using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Emission;

/// <summary>
/// Decides which values are printed inside the expression that uses them. A value that is used once moves there if no effect in between
/// forbids it, if its evaluation is not made conditional or repeated, and if the line stays short.
/// </summary>
internal sealed class Folding
{
    private const int LongestLine = 104;
    private const int DeepestTree = 40;
    private const int LongestConditional = 76;

    private readonly BodyModel _model;
    private readonly TextLengths _lengths;
    private readonly SlotStability _slots;

    private Folding(BodyModel model)
    {
        _model = model;
        _lengths = new TextLengths(model);
        _slots = new SlotStability(model);
    }

    public static void Run(BodyModel model)
    {
        var folding = new Folding(model);
        foreach (RegionNode node in model.Root.All().Reverse())
            new Line(folding, node).Run();
    }

    /// <summary>Free to evaluate, anywhere and any number of times: printed at every use.</summary>
    private bool IsAlwaysInline(ValueInfo info) => info.Definition switch
    {
        ConstantOp => true,
        LengthOp o => info.Value.Name.Length == 0 && IsStable(o.Buffer),
        SliceOp { Start: null, Length: null } o => o.Result.Type.Equals(o.Buffer.Type) && IsStable(o.Buffer),
        GetSlotOp o => info.Value.Name.Length == 0 && _slots.IsStableAfter(o.Slot, info.Node, info.Index),
        _ => false,
    };

    // Held in a local or parameter for sure.
    private bool IsStable(IrValue buffer)
    {
        ValueInfo info = _model[buffer];
        return info.Definition is null or AllocateOp or TapePushOp or TapePopOp or CallOp or ForOp or LoopOp or BlockOp || info.Uses > 1;
    }

    /// <summary>One region: its operations in their order, and where each one's text ends up.</summary>
    private sealed class Line
    {
        private readonly Folding _folding;
        private readonly BodyModel _model;
        private readonly RegionNode _node;
        private readonly int[] _place;
        private readonly int[] _consumer;
        private readonly int[] _room;
        private readonly int[] _depth;
        private readonly bool[] _inHeader;
        private readonly Effect[] _effects;

        public Line(Folding folding, RegionNode node)
        {
            _folding = folding;
            _model = folding._model;
            _node = node;
            int count = node.End + 1;
            _place = Enumerable.Range(0, count).ToArray();
            _consumer = Enumerable.Repeat(-1, count).ToArray();
            _room = new int[count];
            _depth = new int[count];
            _inHeader = new bool[count];
            _effects = new Effect[count];
            for (int i = 0; i < node.End; i++)
            {
                Op op = node.Region.Ops[i];
                _effects[i] = _model.IsLive(op) ? OpEffects.Of(op) : Effect.None;
                _room[i] = LongestLine - 4 * node.Depth - folding._lengths.OfStatement(op);
            }
            _room[node.End] = LongestLine - 4 * node.Depth - folding._lengths.OfStatement(node.Region.End);
        }

        public void Run()
        {
            for (int i = _node.End - 1; i >= 0; i--)
            {
                Op op = _node.Region.Ops[i];
                if (SingleResult(op) is not { } info)
                    continue;
                if (_folding.IsAlwaysInline(info))
                {
                    info.IsInline = !NeedsLocal(info);
                    _effects[i] = Effect.None;
                    continue;
                }
                if (op is IfOp branch)
                    TryMakeConditional(branch, info, i);
                if (info.Uses == 1 && info.UseNode == _node && IsFoldable(op, info))
                    TryFold(op, info, i);
            }
        }

        private ValueInfo? SingleResult(Op op)
        {
            ValueInfo? single = null;
            foreach (IrValue result in OpShape.Results(op))
            {
                ValueInfo info = _model[result];
                if (!info.IsNeeded)
                    continue;
                if (single is not null)
                    return null;
                single = info;
            }
            return single;
        }

        // The compiler evaluates integer operations on literals itself, and rejects those that overflow.
        private bool NeedsLocal(ValueInfo info) => info.Definition is ConstantOp { Value.IsOpaque: false } && info.Uses == 1
            && info.UseNode is { } node && info.UseIndex < node.End && node.Region.Ops[info.UseIndex] is ApplyOp use
            && IsRefusable(use) && use.Arguments.All(a => _model[a].Definition is ConstantOp) && use.Arguments[use.Arguments.Length - 1].Equals(info.Value);

        private static bool IsRefusable(ApplyOp op) => op.Result.Type.IsInteger;

        private void TryMakeConditional(IfOp op, ValueInfo info, int index)
        {
            RegionNode[] sides = _node.Children(index);
            var values = new IrValue[2];
            for (int i = 0; i < 2; i++)
            {
                if (sides[i].Region.End is not Yield end)
                    return;
                values[i] = end.Values[info.Slot];
                foreach (Op inner in sides[i].Region.Ops)
                {
                    if (_model.IsLive(inner) && !OpShape.Results(inner).Any(r => _model[r].IsInline))
                        return;
                }
            }
            // "if (b > m) m = b" says better that a variable is updated.
            if (info.Value.Name.Length > 0 && values.Any(v => v.Name == info.Value.Name && !_model[v].IsInline))
                return;
            if (info.Value.Type is BufferType)
                return;
            int length = _folding._lengths.OfLeaf(op.Condition) + _folding._lengths.OfExpression(values[0]) + _folding._lengths.OfExpression(values[1]) + 6;
            if (length > LongestConditional)
                return;
            _folding._lengths.SetConditional(info.Value, length);
            sides[0].IsExpression = sides[1].IsExpression = true;
            _room[index] -= length;
        }

        private bool IsFoldable(Op op, ValueInfo info)
        {
            Op? consumer = info.UseIndex < _node.End ? _node.Region.Ops[info.UseIndex] : null;
            if (info.Value.Name.Length > 0 && !IsOwnUpdate(info))
                return false;
            bool hasEffects = _effects[info.Index] != Effect.None;
            switch (op)
            {
                case ApplyOp or LoadOp or LaneLoadOp or LaneRowLoadOp or LaneGatherOp or LengthOp or GetSlotOp or ForeignOp { IsPure: true, Results.Length: 1 } or StaticBufferOp:
                case SelectOp { Result.Type: not BufferType }:
                    break;
                case SliceOp:
                    if (consumer is not (CallOp or CopyOp or FillOp or ForeignOp or SliceOp))
                        return false;
                    break;
                case IfOp when _node.Children(info.Index)[0].IsExpression:
                    break;
                default:
                    return false;
            }
            return consumer switch
            {
                ForOp loop when _inHeader[info.UseIndex] || (loop.End.Equals(info.Value) && !loop.Start.Equals(info.Value)) => IsHeaderSafe(op),
                SelectOp select when hasEffects => select.Condition.Equals(info.Value),
                // A template says where and how often its arguments are evaluated.
                ForeignOp foreign => foreign.Arguments.Length == 1 || !hasEffects,
                _ => !_inHeader[info.UseIndex] || IsHeaderSafe(op),
            };
        }

        // The condition of a for statement is evaluated in every iteration.
        private static bool IsHeaderSafe(Op op) =>
            op is LengthOp or ApplyOp { Checked: false, Primitive: "add" or "sub" or "mul" } && OpShape.Results(op)[0].Type.IsInteger;

        // The new version of a variable on its way to being the old one: s = s + t.
        private bool IsOwnUpdate(ValueInfo info)
        {
            if (info.UseIndex == _node.End)
                return IsOwnUpdate(info, _model.Transfers(_node));
            return _node.Region.Ops[info.UseIndex] switch
            {
                ForOp loop => (loop.Start.Equals(info.Value) && loop.Induction.Name == info.Value.Name)
                    || IsOwnUpdate(info, _model.Transfers(loop.Body.Parameters, loop.Initial)),
                LoopOp loop => IsOwnUpdate(info, _model.Transfers(loop.Body.Parameters, loop.Initial)),
                _ => false,
            };
        }

        private static bool IsOwnUpdate(ValueInfo info, List<Transfer> transfers) =>
            transfers.Any(t => t.Source.Equals(info.Value) && t.Target.Name == info.Value.Name);

        private void TryFold(Op op, ValueInfo info, int index)
        {
            int use = info.UseIndex;
            int place = _place[use];
            int length = _folding._lengths.OfOperation(op) - _folding._lengths.OfLeaf(info.Value);
            if (length > _room[place] || _depth[use] >= DeepestTree || !CanMove(index, use, place))
                return;
            info.IsInline = true;
            _room[place] -= length;
            _place[index] = place;
            _consumer[index] = use;
            _depth[index] = _depth[use] + 1;
            bool isEndOfLoop = use < _node.End && _node.Region.Ops[use] is ForOp loop && loop.End.Equals(info.Value);
            _inHeader[index] = _inHeader[use] || isEndOfLoop;
        }

        private bool CanMove(int index, int use, int place)
        {
            Effect effect = _effects[index];
            if (effect == Effect.None)
                return true;
            for (int other = index + 1; other < place; other++)
            {
                if (OpEffects.Commute(effect, _effects[other]))
                    continue;
                if (_place[other] < place)
                    return false;
                if (_place[other] == place && IsEvaluatedFirst(other, index, use))
                    return false;
            }
            return true;
        }

        // Of two parts of one expression: whether `other` is evaluated before what `use` reads from `index`.
        private bool IsEvaluatedFirst(int other, int index, int use)
        {
            var chain = new Dictionary<int, int> { [use] = index };
            for (int at = use; _consumer[at] >= 0; at = _consumer[at])
                chain[_consumer[at]] = at;
            int below = -1;
            for (int at = other; at >= 0; below = at, at = _consumer[at] >= 0 ? _consumer[at] : _place[at] != at ? _place[at] : -1)
            {
                if (chain.TryGetValue(at, out int mine))
                    return below >= 0 && Position(at, below) < Position(at, mine);
            }
            return true;
        }

        private int Position(int consumer, int operand)
        {
            IrValue value = OpShape.Results(_node.Region.Ops[operand])[0];
            var operands = consumer == _node.End ? OpShape.Operands(_node.Region.End) : OpShape.Operands(_node.Region.Ops[consumer]);
            for (int i = 0; i < operands.Count; i++)
            {
                if (operands[i].Equals(value))
                    return i;
            }
            return -1;
        }
    }
}
