using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization.Lanes;

// Searches for the best of all iterations: each lane keeps the best of its own and the place of the iteration that it took it from.
internal sealed partial class LaneWriter
{
    private readonly List<SearchLanes> _searches = new();

    // The lanes that have found the best of all, and the places of all lanes.
    private readonly List<(LaneSearch Search, IrValue Lane, IrValue Places)> _bestLanes = new();

    private sealed record SearchLanes(LaneSearch Search, IrValue First, IrValue Place, IrValue Last);

    // A lane that has taken nothing comes last.
    private void BeginSearches(RegionBuilder builder)
    {
        foreach (var search in _facts.Searches.Where(search => search.Place is null))
        {
            var nowhere = builder.Constant(Constant.Of(double.PositiveInfinity), MaskType);
            _searches.Add(new SearchLanes(search, nowhere, _ids.Value(MaskType, "place"), _ids.Value(MaskType, "place")));
        }
    }

    // Smaller places come first among equal candidates.
    private List<IrValue> Places(RegionBuilder body)
    {
        var places = new List<IrValue>();
        foreach (var search in _searches)
        {
            var place = body.Apply(LanePrimitives.Ramp, MaskType, Scalar(_loop.Induction), StrideValue(body, _facts.StrideOf(_loop.Induction)));
            if (search.Search.TakesEqual == _loop.Step > 0)
                place = body.Apply("neg", MaskType, place);
            places.Add(Choose(body, Mask(body, search.Search.Condition), place, search.Place));
        }
        return places;
    }

    private void EndSearches(RegionBuilder builder, EquatableArray<IrValue> made)
    {
        foreach (var search in _facts.Searches)
        {
            var places = search.Place is { } member ? made[member] : _searches.First(own => own.Search == search).Last;
            var lane = builder.Apply(search.IsGreatest ? LanePrimitives.GreatestLane : LanePrimitives.LeastLane, IrType.I32, made[search.Best], places);
            _bestLanes.Add((search, lane, places));
        }
    }

    private IrValue Found(RegionBuilder builder, int index, EquatableArray<IrValue> made)
    {
        var (search, lane, places) = _bestLanes.First(best => best.Search.Members.Contains(index));
        var type = _loop.Initial[index].Type;
        if (search.IsExtreme && index == search.Best)
            return builder.Apply(search.IsGreatest ? LanePrimitives.Max : LanePrimitives.Min, type, made[index]);
        return index == search.Shared
            ? builder.Apply(LanePrimitives.IsShared, type, lane, places, made[index], made[search.Best])
            : builder.Apply(LanePrimitives.Element, type, lane, made[index]);
    }
}
