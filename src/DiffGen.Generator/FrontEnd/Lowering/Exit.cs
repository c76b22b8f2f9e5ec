using System;
using System.Collections.Immutable;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.FrontEnd.Lowering;

/// <summary>A construct that jumps can leave (or a loop that they can continue), with the slots whose values it merges.</summary>
internal sealed class Exit
{
    public Exit(int label, int[] slots)
    {
        Label = label;
        Slots = slots;
    }

    public int Label { get; }

    /// <summary>The slots whose values every jump passes on, in order.</summary>
    public int[] Slots { get; }

    /// <summary>How many jumps leave the construct.</summary>
    public int Leaves { get; set; }

    public bool IsLeft => Leaves > 0;
}

/// <summary>Where <c>return</c> goes: out of the method, or out of a constructor or function whose body is lowered in place.</summary>
/// <param name="Exit">For a body in place: its block.</param>
internal sealed record ReturnTarget(Exit? Exit, TypeShape? ResultShape, StoredVariable[] ByReference)
{
    /// <summary>What a return leaves to its surroundings to clean up.</summary>
    public ImmutableStack<Action>? Cleanups { get; set; }

    /// <summary>For a function in place: where its result goes.</summary>
    public StoredVariable? Result { get; init; }
}

/// <summary>A region that is being built.</summary>
internal sealed record Branch(RegionBuilder Builder, Environment Environment, Terminator? End, IrValue[] Values)
{
    public bool Completes => End is null;
}
