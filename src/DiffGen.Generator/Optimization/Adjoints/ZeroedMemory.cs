using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization.Adjoints;

/// <summary>Which elements are zero in front of operations that add to them or set them to zero, found along the execution.</summary>
internal sealed class ZeroedMemory
{
    // What goes round a loop settles in as many visits, or is given up; loops in loops multiply them.
    private const int MostVisits = 4;
    private const int DeepestLoop = 3;

    private readonly SeenMemory _memory;
    private readonly Sections _sections;
    private readonly Dictionary<Op, ImmutableList<Section>> _before = new(ReferenceComparer<Op>.Instance);
    private int _depth;

    public ZeroedMemory(SeenMemory memory, Region body)
    {
        _memory = memory;
        _sections = memory.Sections;
        Visit(body, Sections.None);
    }

    /// <summary>Elements that are zero in front of an operation that adds, writes zero or clears, of the memory that it changes.</summary>
    public ImmutableList<Section> Before(Op op) => _before.TryGetValue(op, out var sections) ? sections : Sections.None;

    private ImmutableList<Section> Visit(Region region, ImmutableList<Section> zeros)
    {
        foreach (var op in region.Ops)
            zeros = Visit(op, zeros);
        return zeros;
    }

    private ImmutableList<Section> Visit(Op op, ImmutableList<Section> zeros)
    {
        switch (op)
        {
            case AllocateOp o when _memory.IsSeen(o.Result):
                zeros = Sections.Without(zeros, o.Result.Id);
                return o.IsFilled ? zeros : _sections.Add(zeros, _sections.Whole(o.Result.Id));
            case FillOp o when _memory.IsSeen(o.Buffer):
                Note(op, o.Buffer, zeros);
                if (!o.Leaves.All(_memory.IsZero))
                    return Sections.Without(zeros, _memory.BaseOf(o.Buffer));
                return _memory.Part(o.Buffer) is { } cleared ? _sections.Add(zeros, cleared) : zeros;
            case CopyOp o when _memory.IsSeen(o.Destination):
                return Sections.Without(zeros, _memory.BaseOf(o.Destination));
            case IfOp o:
                return Visit(o, zeros);
            case BlockOp o:
                return VisitUnknown(o.Body, zeros);
            case LoopOp o:
                return VisitUnknown(o.Body, zeros);
            case ForOp o:
                return ExitFree.Is(o) ? Visit(o, zeros) : VisitUnknown(o.Body, zeros);
        }
        if (_memory.AccessOf(op) is not { } access)
            return zeros;
        Note(op, access.Buffer, zeros);
        return access.Kind switch
        {
            AccessKind.Read => zeros,
            AccessKind.WriteZero => _sections.Add(zeros, access.Place),
            _ => _sections.Remove(zeros, access.Place),
        };
    }

    private void Note(Op op, IrValue buffer, ImmutableList<Section> zeros) => _before[op] = zeros.FindAll(section => section.Base == _memory.BaseOf(buffer));

    private ImmutableList<Section> Visit(IfOp op, ImmutableList<Section> zeros)
    {
        var then = Visible(Visit(op.Then, zeros), op.Then);
        var other = Visible(Visit(op.Else, zeros), op.Else);
        return op.Then.End is not Yield ? other : op.Else.End is not Yield ? then : _sections.Meet(then, other);
    }

    // Left on several ways, or run again from an unknown place: what it changes is not known.
    private ImmutableList<Section> VisitUnknown(Region body, ImmutableList<Section> zeros)
    {
        var kept = _memory.Touched(body).Aggregate(zeros, Sections.Without);
        Visit(body, kept);
        return kept;
    }

    private ImmutableList<Section> Visit(ForOp loop, ImmutableList<Section> zeros)
    {
        var (own, shared) = _memory.Of(loop);
        // What other iterations do to their own elements does not concern an iteration.
        var head = zeros;
        int most = ++_depth > DeepestLoop ? 0 : MostVisits;
        for (int visit = 0; ; visit++)
        {
            if (visit == most)
                head = shared.Aggregate(head, Sections.Without);
            var end = Visible(Visit(loop.Body, head), loop.Body);
            var next = _sections.Meet(head.FindAll(section => shared.Contains(section.Base)), end);
            var rest = head.RemoveAll(section => shared.Contains(section.Base)).AddRange(next);
            if (visit == most || rest.Count == head.Count && rest.All(head.Contains))
                break;
            head = rest;
        }
        _depth--;
        return own.Aggregate(head, (after, memory) => After(loop, memory, after));
    }

    private ImmutableList<Section> After(ForOp loop, OwnMemory memory, ImmutableList<Section> zeros)
    {
        bool endsInZero = memory.Accesses.LastOrDefault(access => access.Kind != AccessKind.Read)?.Kind == AccessKind.WriteZero;
        if (endsInZero && memory.Range is { } zeroed && loop.Step is 1 or -1)
            return _sections.Add(zeros, zeroed);
        return memory.StaysZero ? zeros : memory.Range is { } written ? _sections.Remove(zeros, written) : Sections.Without(zeros, memory.Base);
    }

    private ImmutableList<Section> Visible(ImmutableList<Section> zeros, Region region) => zeros.FindAll(section => _memory.IsVisibleOutside(section, region));
}
