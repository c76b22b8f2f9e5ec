using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Differentiation;

// A search for the pattern: derivatives are sets of inputs. The cores are linear in them, so a set is the union of those that went into it,
// whatever the factors are.
internal sealed partial class Widening
{
    // What has the set of one other value needs none of its own.
    private readonly Dictionary<int, IrValue> _sameSets = new();

    private static IrValue EmptySet(RegionBuilder builder) => builder.Constant(new Constant(LaneType.IndexSet.Kind, 0, ""), LaneType.IndexSet);

    /// <summary>Gives the result the union of the sets among some values.</summary>
    private void Unite(RegionBuilder builder, IrValue result, EquatableArray<IrValue> values)
    {
        var sets = values.Where(value => _facts.IsLane(value)).Select(Map).Distinct().ToList();
        if (sets.Count == 0)
        {
            builder.Add(new ConstantOp(result, new Constant(LaneType.IndexSet.Kind, 0, "")));
            return;
        }
        if (sets.Count == 1)
        {
            _sameSets[result.Id] = sets[0];
            return;
        }
        var union = sets[0];
        for (int i = 1; i < sets.Count - 1; i++)
            union = builder.Apply("add", LaneType.IndexSet, union, sets[i]);
        builder.Add(new ApplyOp(result, "add", [union, sets[sets.Count - 1]]));
    }
}
