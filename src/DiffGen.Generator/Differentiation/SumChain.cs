using System.Collections.Generic;
using DiffGen.Generator.Analysis;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Differentiation;

/// <summary>
/// Follows a carried value through a loop body: it may only be added to or subtracted from, through branches and inner loops, and be handed on.
/// Then its adjoint is the same in every iteration.
/// </summary>
internal sealed class SumChain
{
    private readonly MethodFacts _facts;
    private readonly Dictionary<int, int> _uses = new();
    private readonly HashSet<int> _links = new();

    public SumChain(MethodFacts facts, IrValue start)
    {
        _facts = facts;
        _links.Add(start.Id);
        Start = start;
    }

    private IrValue Start { get; }

    /// <summary>Every value that is the start plus something.</summary>
    public IReadOnlyCollection<int> LinkIds => _links;

    /// <param name="index">Which carried value of the loop it is.</param>
    public bool Covers(LoopParts loop, int index)
    {
        if (!EndsInLinks(loop.Body, index, loop.Label))
            return false;
        foreach (int id in _links)
        {
            if (_facts.UseCount(new IrValue(id, Start.Type, "")) != (_uses.TryGetValue(id, out int seen) ? seen : 0))
                return false;
        }
        return true;
    }

    private bool EndsInLinks(Region region, int index, int label)
    {
        switch (region.End)
        {
            case Yield yield when !Links(yield.Values[index]):
                return false;
            case Break exit when exit.Label == label && !Links(exit.Values[index]):
                return false;
        }
        // Exits of the loop in tail branches hand the value on too.
        foreach (var op in region.Ops)
        {
            if (op is IfOp choice && !(ExitsInLinks(choice.Then, index, label) && ExitsInLinks(choice.Else, index, label)))
                return false;
        }
        return true;
    }

    private bool ExitsInLinks(Region region, int index, int label)
    {
        if (region.End is Break exit && exit.Label == label && !Links(exit.Values[index]))
            return false;
        foreach (var op in region.Ops)
        {
            if (op is IfOp choice && !(ExitsInLinks(choice.Then, index, label) && ExitsInLinks(choice.Else, index, label)))
                return false;
        }
        return true;
    }

    /// <summary>Whether a value is the start plus something, and counts this use of it.</summary>
    private bool Links(IrValue value)
    {
        _uses[value.Id] = (_uses.TryGetValue(value.Id, out int seen) ? seen : 0) + 1;
        if (_links.Contains(value.Id))
            return true;
        bool linked = _facts.OpOf(value) switch
        {
            ApplyOp { Primitive: "add" } op => Links(op.Arguments[0]) || LinksInstead(op.Arguments[0], op.Arguments[1]),
            ApplyOp { Primitive: "sub" } op => Links(op.Arguments[0]),
            IfOp op => LinksThrough(op, IndexOf(op.Results, value)),
            ForOp op => LinksThrough(LoopParts.Of(op), IndexOf(op.Results, value)),
            LoopOp op => LinksThrough(LoopParts.Of(op), IndexOf(op.Results, value)),
            _ => false,
        };
        if (linked)
            _links.Add(value.Id);
        return linked;
    }

    // The first operand turned out not to be a link: its use does not count.
    private bool LinksInstead(IrValue first, IrValue second)
    {
        _uses[first.Id]--;
        return Links(second);
    }

    private bool LinksThrough(IfOp op, int index) => BranchLinks(op.Then, index) && BranchLinks(op.Else, index);

    private bool BranchLinks(Region region, int index) => region.End is not Yield yield || Links(yield.Values[index]);

    private bool LinksThrough(LoopParts loop, int index)
    {
        if (!Links(loop.Initial[index]))
            return false;
        _links.Add(loop.Body.Parameters[index].Id);
        return EndsInLinks(loop.Body, index, loop.Label);
    }

    private static int IndexOf(Common.EquatableArray<IrValue> values, IrValue value)
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (values[i].Id == value.Id)
                return i;
        }
        return -1;
    }
}
