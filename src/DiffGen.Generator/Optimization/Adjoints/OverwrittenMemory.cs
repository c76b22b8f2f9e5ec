using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization.Adjoints;

/// <summary>
/// Which zeros nobody sees, found against the execution: what they are written to is overwritten before it is read, or is zero already, or is given up.
/// </summary>
internal sealed class OverwrittenMemory
{
    private const int MostVisits = 4;
    private const int DeepestLoop = 3;

    private readonly SeenMemory _memory;
    private readonly Sections _sections;
    private readonly ZeroedMemory _zeros;
    private readonly ISet<Op> _stores;
    private readonly Dictionary<Op, bool> _unseen = new(ReferenceComparer<Op>.Instance);
    private int _depth;

    /// <param name="stores">Operations that add, and will write instead.</param>
    public OverwrittenMemory(SeenMemory memory, ZeroedMemory zeros, ISet<Op> stores, Region body)
    {
        _memory = memory;
        _sections = memory.Sections;
        _zeros = zeros;
        _stores = stores;
        Visit(body, Sections.None);
    }

    /// <summary>Whether a write or a fill of zeros can go, or new memory need not be zero.</summary>
    public bool IsUnseen(Op op) => _unseen.TryGetValue(op, out bool unseen) && unseen;

    /// <param name="unread">Elements that are overwritten before they are read, behind the region.</param>
    /// <returns>The same in front of the region.</returns>
    private ImmutableList<Section> Visit(Region region, ImmutableList<Section> unread)
    {
        // Other ends lead to places that may read everything.
        if (region.End is not Yield)
            unread = Sections.None;
        foreach (var made in region.Ops.OfType<AllocateOp>().Where(made => _memory.IsSeen(made.Result)))
            unread = _sections.Add(unread, _sections.Whole(made.Result.Id));
        foreach (var op in region.Ops.Reverse())
            unread = Visit(op, unread);
        return unread;
    }

    private ImmutableList<Section> Visit(Op op, ImmutableList<Section> unread)
    {
        switch (op)
        {
            case AllocateOp o when _memory.IsSeen(o.Result):
                _unseen[op] = o.Storage == Storage.Scratch && _sections.Covers(unread, _sections.Whole(o.Result.Id));
                return Sections.Without(unread, o.Result.Id);
            case FillOp o when _memory.IsSeen(o.Buffer):
                if (_memory.Part(o.Buffer) is not { } filled)
                    return unread;
                return o.Leaves.All(_memory.IsZero) && CanGo(op, filled, unread) ? unread : _sections.Add(unread, filled);
            case CopyOp o:
                if (_memory.IsSeen(o.Destination) && _memory.IsSeen(o.Source) && _memory.Part(o.Source) is { } source && _memory.Part(o.Destination) is { } target)
                    unread = _sections.Add(unread, target with { To = target.From.Plus(source.To).Plus(source.From, -1) });
                return _memory.IsSeen(o.Source) ? Sections.Without(unread, _memory.BaseOf(o.Source)) : unread;
            case IfOp o:
                return _sections.Meet(Visible(Visit(o.Then, unread), o.Then), Visible(Visit(o.Else, unread), o.Else));
            case BlockOp o:
                return Visible(Visit(o.Body, unread), o.Body);
            case LoopOp o:
                return VisitUnknown(o.Body, unread);
            case ForOp o:
                return ExitFree.Is(o) ? Visit(o, unread) : VisitUnknown(o.Body, unread);
        }
        if (_memory.AccessOf(op) is not { } access)
            return unread;
        return access.Kind switch
        {
            AccessKind.WriteZero when CanGo(op, access.Place, unread) => unread,
            AccessKind.Write or AccessKind.WriteZero => _sections.Add(unread, access.Place),
            AccessKind.Add when _stores.Contains(op) => _sections.Add(unread, access.Place),
            _ => _sections.Remove(unread, access.Place),
        };
    }

    // A zero that goes does not count as a write: where it stood on a zero, what is in front of it still matters.
    private bool CanGo(Op op, Section place, ImmutableList<Section> unread) =>
        _unseen[op] = _memory.HoldsDerivatives(place.Base) && _sections.Covers(_zeros.Before(op).Aggregate(unread, _sections.Add), place);

    private ImmutableList<Section> VisitUnknown(Region body, ImmutableList<Section> unread)
    {
        var kept = _memory.Touched(body).Aggregate(unread, Sections.Without);
        Visit(body, Sections.None);
        return kept;
    }

    private ImmutableList<Section> Visit(ForOp loop, ImmutableList<Section> unread)
    {
        var (own, shared) = _memory.Of(loop);
        // What is made behind the loop, or in it, is not known at the end of an iteration.
        var end = Visible(unread, loop.Body);
        int most = ++_depth > DeepestLoop ? 0 : MostVisits;
        for (int visit = 0; ; visit++)
        {
            if (visit == most)
                end = shared.Aggregate(end, Sections.Without);
            var head = Visible(Visit(loop.Body, end), loop.Body);
            var next = _sections.Meet(end.FindAll(section => shared.Contains(section.Base)), head);
            var rest = end.RemoveAll(section => shared.Contains(section.Base)).AddRange(next);
            if (visit == most || rest.Count == end.Count && rest.All(end.Contains))
                break;
            end = rest;
        }
        _depth--;
        return own.Aggregate(end, (before, memory) => Before(loop, memory, before));
    }

    private ImmutableList<Section> Before(ForOp loop, OwnMemory memory, ImmutableList<Section> unread)
    {
        var effective = memory.Accesses.Where(access => access.Kind != AccessKind.WriteZero || !IsUnseen(access.Op)).ToList();
        if (effective.Count == 0)
            return unread;
        if (memory.Range is not { } range)
            return effective.Any(IsRead) ? Sections.Without(unread, memory.Base) : unread;
        return IsRead(effective[0]) ? _sections.Remove(unread, range) : loop.Step is 1 or -1 ? _sections.Add(unread, range) : unread;
    }

    private bool IsRead(ElementAccess access) => access.Kind == AccessKind.Read || access.Kind == AccessKind.Add && !_stores.Contains(access.Op);

    private ImmutableList<Section> Visible(ImmutableList<Section> unread, Region region) => unread.FindAll(section => _memory.IsVisibleOutside(section, region));
}
