using System;
using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Analysis;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization.Adjoints;

/// <summary>Memory of which each iteration of a loop accesses one element, or row, that belongs to it.</summary>
/// <param name="Accesses">In the order in which an iteration comes to them.</param>
/// <param name="Range">The elements of all iterations, if each accesses one, whatever happens in it; else null.</param>
internal sealed record OwnMemory(int Base, IReadOnlyList<ElementAccess> Accesses, Section? Range)
{
    /// <summary>Nothing but zeros is written.</summary>
    public bool StaysZero => Accesses.All(access => access.Kind is AccessKind.Read or AccessKind.WriteZero);
}

/// <summary>What the iterations of a loop do to memory.</summary>
/// <param name="Own">Memory that they share out between them.</param>
/// <param name="Shared">All other memory that they touch.</param>
internal sealed record LoopMemory(IReadOnlyList<OwnMemory> Own, IReadOnlyCollection<int> Shared)
{
    public static LoopMemory Find(ForOp loop, SeenMemory memory, ScratchCoverage coverage, LinearForms forms, Func<Op, bool> isUnconditional)
    {
        var touching = new Dictionary<int, List<Op>>();
        foreach (var op in OpShape.AllOps(loop.Body))
        {
            foreach (int id in memory.TouchedBy(op))
            {
                if (!touching.TryGetValue(id, out var ops))
                    touching[id] = ops = [];
                ops.Add(op);
            }
        }
        var own = new List<OwnMemory>();
        var shared = new HashSet<int>();
        foreach (var each in touching)
        {
            var accesses = each.Value.Select(memory.AccessOf).OfType<ElementAccess>().ToList();
            var places = accesses.Select(access => coverage.OwnPlace(access.Buffer, [access.Index], loop)).Distinct().ToList();
            if (accesses.Count < each.Value.Count || places is not [not null])
                shared.Add(each.Key);
            else
                own.Add(new(each.Key, accesses, each.Value.All(isUnconditional) ? RangeOf(loop, accesses, memory, forms) : null));
        }
        return new(own, shared);
    }

    private static Section? RangeOf(ForOp loop, IReadOnlyList<ElementAccess> accesses, SeenMemory memory, LinearForms forms)
    {
        var place = accesses[0].Place;
        long direction = place.From.CoefficientOf(loop.Induction.Id);
        var offset = place.From.Plus(LinearForm.OfValue(loop.Induction.Id), -direction);
        if (direction is not (1 or -1) || accesses.Any(access => !access.Place.From.Same(place.From)) || !offset.Terms.All(term => memory.IsDefinedOutside(term.Key, loop.Body)))
            return null;
        var one = LinearForm.OfConstant(1);
        var (start, end) = (forms.Of(loop.Start), forms.Of(loop.End));
        var (low, high) = loop.Step > 0 ? (start, loop.Inclusive ? end.Plus(one) : end) : (loop.Inclusive ? end : end.Plus(one), start.Plus(one));
        return direction > 0 ? place with { From = offset.Plus(low), To = offset.Plus(high) }
            : place with { From = offset.Plus(high, -1).Plus(one), To = offset.Plus(low, -1).Plus(one) };
    }
}
