using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Emission;

/// <summary>The body to print with what is known of its values: where they are defined, which are needed, how often they are read.</summary>
internal sealed class BodyModel
{
    private readonly Dictionary<int, ValueInfo> _values = [];
    private readonly Dictionary<int, List<Terminator>> _breaks = [];
    private readonly Dictionary<int, List<Terminator>> _continues = [];
    private readonly Dictionary<IfOp, bool> _mustRun = new(ReferenceComparer<IfOp>.Instance);

    public BodyModel(Region body, IEnumerable<IrValue> parameters)
    {
        Root = new RegionNode(body, null, -1);
        Parameters = parameters.ToEquatableArray();
        for (int i = 0; i < Parameters.Length; i++)
            Define(Parameters[i], Root, -1, i);
        foreach (RegionNode node in Root.All())
            Collect(node);
        Mark();
        foreach (RegionNode node in Root.All())
            CountUses(node);
    }

    public RegionNode Root { get; }

    public EquatableArray<IrValue> Parameters { get; }

    /// <summary>All values in order of definition.</summary>
    public List<ValueInfo> Values { get; } = [];

    public ValueInfo this[IrValue value] => _values[value.Id];

    public IReadOnlyList<Terminator> Breaks(int label) => _breaks.TryGetValue(label, out var list) ? list : [];

    public IReadOnlyList<Terminator> Continues(int label) => _continues.TryGetValue(label, out var list) ? list : [];

    /// <summary>Whether the operation has to be printed at all.</summary>
    public bool IsLive(Op op) => MustRun(op) || OpShape.Results(op).Any(r => this[r].IsNeeded);

    /// <summary>What a terminator or a loop's entry assigns: pairs of the values that are needed.</summary>
    public List<Transfer> Transfers(EquatableArray<IrValue> targets, EquatableArray<IrValue> sources)
    {
        var transfers = new List<Transfer>();
        for (int i = 0; i < targets.Length; i++)
        {
            if (this[targets[i]].IsNeeded)
                transfers.Add(new Transfer(targets[i], sources[i]));
        }
        return transfers;
    }

    /// <summary>What the terminator of a region assigns before control goes on.</summary>
    public List<Transfer> Transfers(RegionNode node) => node.Region.End switch
    {
        Yield end => Transfers(YieldTargets(node), end.Values),
        Break { Label: not IrMethod.ReturnLabel } end => Transfers(OpShape.Results(Target(node, end.Label).Owner!), end.Values),
        Continue end => Transfers(Target(node, end.Label).Region.Parameters, end.Values),
        _ => [],
    };

    /// <summary>The body of the enclosing construct with that label.</summary>
    public static RegionNode Target(RegionNode node, int label)
    {
        RegionNode target = node;
        while (Label(target.Owner) != label)
            target = target.Parent!;
        return target;
    }

    public static int? Label(Op? op) => op switch
    {
        BlockOp o => o.Label,
        ForOp o => o.Label,
        LoopOp o => o.Label,
        _ => null,
    };

    /// <summary>The values under a name that the expression for a value reads.</summary>
    public void Leaves(IrValue value, List<ValueInfo> leaves)
    {
        ValueInfo info = this[value];
        if (!info.IsInline)
        {
            leaves.Add(info);
            return;
        }
        if (info.Definition is IfOp)
            ConditionalLeaves(info, leaves);
        foreach (IrValue operand in OpShape.Operands(info.Definition!))
            Leaves(operand, leaves);
    }

    /// <summary>What the two sides of a conditional expression read.</summary>
    public void ConditionalLeaves(ValueInfo conditional, List<ValueInfo> leaves)
    {
        foreach (RegionNode side in conditional.Node.Children(conditional.Index))
            Leaves(((Yield)side.Region.End).Values[conditional.Slot], leaves);
    }

    // Whatever becomes of its results: it acts, it may throw, or it holds something that does.
    private bool MustRun(Op op)
    {
        if (op is IfOp branch)
        {
            if (!_mustRun.TryGetValue(branch, out bool must))
                _mustRun[branch] = must = HasWork(branch.Then) || HasWork(branch.Else);
            return must;
        }
        // A block of the tape is as long as it was asked to be.
        return op is LoadOp load ? this[load.Buffer].Definition is not (TapePopOp or TapePushOp) : OpEffects.MustRun(op);
    }

    private bool HasWork(Region region) => region.End is not Yield || region.Ops.Any(op => op is not CommentOp && MustRun(op));

    private static EquatableArray<IrValue> YieldTargets(RegionNode node) =>
        node.Owner is ForOp or LoopOp ? node.Region.Parameters : node.Owner is { } owner ? OpShape.Results(owner) : default;

    private void Define(IrValue value, RegionNode node, int index, int slot)
    {
        var info = new ValueInfo(value, node, index, slot);
        _values[value.Id] = info;
        Values.Add(info);
    }

    private void Collect(RegionNode node)
    {
        if (node.Owner is ForOp loop)
            Define(loop.Induction, node, -1, -1);
        for (int i = 0; i < node.Region.Parameters.Length; i++)
            Define(node.Region.Parameters[i], node, -1, i);
        for (int i = 0; i < node.End; i++)
        {
            var results = OpShape.Results(node.Region.Ops[i]);
            for (int slot = 0; slot < results.Length; slot++)
                Define(results[slot], node, i, slot);
        }
        if (node.Region.End is Break end)
            Add(_breaks, end.Label, end);
        else if (node.Region.End is Continue next)
            Add(_continues, next.Label, next);
    }

    private static void Add(Dictionary<int, List<Terminator>> lists, int label, Terminator end)
    {
        if (!lists.TryGetValue(label, out var list))
            lists[label] = list = [];
        list.Add(end);
    }

    // Everything that an effect, a condition or a returned value depends on.
    private void Mark()
    {
        var work = new Stack<IrValue>();
        foreach (RegionNode node in Root.All())
        {
            foreach (Op op in node.Region.Ops)
            {
                if (!MustRun(op))
                    continue;
                if (op is ForOp loop)
                {
                    work.Push(loop.Start);
                    work.Push(loop.End);
                    work.Push(loop.Induction);
                }
                else if (op is not LoopOp)
                    Push(work, OpShape.Operands(op));
            }
            if (node.Region.End is Break { Label: IrMethod.ReturnLabel } or Throw)
                Push(work, OpShape.Operands(node.Region.End));
        }
        while (work.Count > 0)
        {
            ValueInfo info = this[work.Pop()];
            if (info.IsNeeded)
                continue;
            info.IsNeeded = true;
            Push(work, Sources(info));
        }
    }

    private static void Push(Stack<IrValue> work, IEnumerable<IrValue> values)
    {
        foreach (IrValue value in values)
            work.Push(value);
    }

    // The values that a value is made from, or takes over.
    private IEnumerable<IrValue> Sources(ValueInfo info)
    {
        int slot = info.Slot;
        switch (info.Definition)
        {
            case null when info.Node.Owner is ForOp or LoopOp && slot >= 0:
                int label = Label(info.Node.Owner)!.Value;
                var initial = info.Node.Owner is ForOp counted ? counted.Initial : ((LoopOp)info.Node.Owner).Initial;
                return Yielded(info.Node.Region, slot).Concat(Continues(label).Select(c => ((Continue)c).Values[slot])).Prepend(initial[slot]);
            case null:
                return [];
            case IfOp o:
                return Yielded(o.Then, slot).Concat(Yielded(o.Else, slot)).Append(o.Condition);
            case BlockOp o:
                return Yielded(o.Body, slot).Concat(Broken(o.Label, slot));
            case LoopOp o:
                return Broken(o.Label, slot);
            case ForOp o:
                return Broken(o.Label, slot).Append(o.Body.Parameters[slot]);
            case { } op:
                return OpShape.Operands(op);
        }
    }

    private static IEnumerable<IrValue> Yielded(Region region, int slot) => region.End is Yield end ? [end.Values[slot]] : [];

    private IEnumerable<IrValue> Broken(int label, int slot) => Breaks(label).Select(b => ((Break)b).Values[slot]);

    private void CountUses(RegionNode node)
    {
        for (int i = 0; i < node.End; i++)
        {
            Op op = node.Region.Ops[i];
            if (!IsLive(op))
                continue;
            switch (op)
            {
                case ForOp o:
                    CountUses(Transfers(o.Body.Parameters, o.Initial), node, i);
                    CountUse(o.Start, node, i);
                    CountUse(o.End, node, i);
                    break;
                case LoopOp o:
                    CountUses(Transfers(o.Body.Parameters, o.Initial), node, i);
                    break;
                default:
                    foreach (IrValue operand in OpShape.Operands(op))
                        CountUse(operand, node, i);
                    break;
            }
        }
        CountUses(Transfers(node), node, node.End);
        if (node.Region.End is Break { Label: IrMethod.ReturnLabel } or Throw)
        {
            foreach (IrValue value in OpShape.Operands(node.Region.End))
                CountUse(value, node, node.End);
        }
        // A counted loop's results are the carried values at exhaustion.
        if (node.Owner is ForOp loop)
            CountUses(Transfers(loop.Results, loop.Body.Parameters), node.Parent!, node.Index);
    }

    private void CountUses(List<Transfer> transfers, RegionNode node, int index)
    {
        foreach (Transfer transfer in transfers)
            CountUse(transfer.Source, node, index);
    }

    private void CountUse(IrValue value, RegionNode node, int index)
    {
        ValueInfo info = this[value];
        info.Uses++;
        info.UseNode = node;
        info.UseIndex = index;
    }
}

/// <summary>An assignment that control flow makes: a result takes a yielded value, a carried value its next.</summary>
internal readonly record struct Transfer(IrValue Target, IrValue Source);
