using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Differentiation;

/// <summary>
/// Workspace for the saved values of a counted loop and of counted loops inside that run equally often each time: one block per value with a place
/// for every iteration, taken in front of the outermost of these loops. Both sweeps see it, so that nothing is pushed, popped or kept apart.
/// </summary>
internal sealed class LoopBlocks
{
    private readonly List<LoopPlan> _nest = new();
    private readonly LoopBlocks? _enclosing;

    /// <param name="plan">The loop's plan.</param>
    /// <param name="front">What counts the iterations, in front of the outermost loop.</param>
    /// <param name="enclosing">Null for the outermost loop.</param>
    /// <param name="scope">Where the outermost loop stands.</param>
    public LoopBlocks(LoopPlan plan, RegionBuilder front, LoopBlocks? enclosing, ReverseScope scope)
    {
        Plan = plan;
        Front = front;
        _enclosing = enclosing;
        Scope = scope;
        Outermost._nest.Add(plan);
    }

    public LoopPlan Plan { get; }

    public RegionBuilder Front { get; }

    public ReverseScope Scope { get; }

    /// <summary>How often the loop runs each time.</summary>
    public IrValue Trips { get; set; } = null!;

    public bool IsOutermost => _enclosing is null;

    /// <summary>Whether a loop of the nest saves anything.</summary>
    public bool AreUsed => Outermost._nest.Any(plan => plan.Frame.Saved.Count > 0);

    private LoopBlocks Outermost => _enclosing?.Outermost ?? this;

    /// <summary>What stands in front of the outermost loop.</summary>
    public List<Op> Allocate()
    {
        foreach (var plan in _nest)
        {
            foreach (var saved in plan.Frame.Saved)
                Front.Add(new AllocateOp(saved.Reader, [plan.Blocks!.Places()], Storage.Scratch) { IsShadow = true, IsFilled = true });
        }
        return Front.TakeOps();
    }

    /// <summary>The place of the first iteration in the blocks, computed in front of the loop; null for 0.</summary>
    /// <param name="outer">The place of the enclosing loop's iteration.</param>
    public IrValue? FirstPlace(RegionBuilder front, IrValue? outer) => _enclosing is null || outer is null ? null : front.Apply("mul", IrType.I32, outer, Trips);

    /// <summary>The place of an iteration in the blocks.</summary>
    /// <param name="iteration">The number of the iteration, from 0.</param>
    public static IrValue Place(RegionBuilder builder, IrValue? first, IrValue iteration) =>
        first is null ? iteration : builder.Apply("add", IrType.I32, first, iteration);

    // As new T[…] of so many elements, the product must not wrap around.
    private IrValue Places()
    {
        if (_enclosing is null)
            return Trips;
        var places = Front.Ids.Value(IrType.I32);
        Front.Add(new ApplyOp(places, "mul", [_enclosing.Places(), Trips], Checked: true));
        return places;
    }
}
