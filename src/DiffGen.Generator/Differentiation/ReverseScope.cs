using System.Collections.Generic;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Differentiation;

/// <summary>The reverse code of one primal region while it is being built.</summary>
internal sealed class ReverseScope
{
    public ReverseScope(ReverseScope? parent, Region primal, Frame frame, RegionBuilder builder, bool isLoopBody = false)
    {
        Parent = parent;
        Primal = primal;
        Frame = frame;
        Builder = builder;
        IsLoopBody = isLoopBody;
    }

    public ReverseScope? Parent { get; }

    public Region Primal { get; }

    public Frame Frame { get; }

    public RegionBuilder Builder { get; }

    /// <summary>The code runs once per iteration of a reverse loop: adjoints of outer values are carried.</summary>
    public bool IsLoopBody { get; }

    /// <summary>Primal values of this region that are at hand in the reverse code.</summary>
    public Dictionary<int, IrValue> Available { get; } = new();

    /// <summary>Adjoints as they stand now. Those of values of outer regions are results of the finished construct.</summary>
    public Dictionary<int, (IrValue Primal, IrValue Adjoint)> Adjoints { get; } = new();

    /// <summary>Shadows of references that this region defines.</summary>
    public Dictionary<int, IrValue> Shadows { get; } = new();

    /// <summary>Loop body: outer values whose adjoints are carried, with the carried parameter.</summary>
    public List<(IrValue Primal, IrValue Parameter)> Carried { get; } = new();

    /// <summary>Loop body: adjoints of the values that the iteration hands on, one per carried value of the primal loop (null: not active).</summary>
    public IrValue?[]? Outgoing { get; set; }

    /// <summary>Label of the primal loop whose body this is; −1 otherwise.</summary>
    public int LoopLabel { get; set; } = -1;

    /// <summary>The primal loop whose body this is, where its iterations are numbered.</summary>
    public LoopParts? Loop { get; set; }

    /// <summary>Where the iteration number of the primal frame is at hand (frames of kind Arrays).</summary>
    public IrValue? Iteration { get; set; }

    /// <summary>The place of the iteration in blocks that hold those of several loops.</summary>
    public IrValue? Place { get; set; }

    /// <summary>Takes workspace that must be given back at the end of each iteration.</summary>
    public bool TakesScratch { get; set; }
}
