using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Differentiation;

/// <summary>What a core function computes. The order of its parameters and results is fixed per kind.</summary>
internal enum CoreKind
{
    /// <summary>A derived method as it is, where it is called and not differentiated. Parameters and results are the method's own.</summary>
    Primal,

    /// <summary>Parameters: primal leaves, then one tangent per active leaf (a shadow buffer for a buffer).
    /// Results: primal results, then one tangent per active result leaf.</summary>
    Jvp,

    /// <summary>Both sweeps. Parameters: primal leaves, then one cotangent per active result leaf, then one shadow buffer per active buffer leaf.
    /// Results: the primal results (only those of ref and out parameters when the value is not wanted), then one adjoint per active scalar leaf.</summary>
    Reverse,

    /// <summary>Primal sweep of a call inside a reverse sweep. Parameters: primal leaves, then the shadow buffer of each active buffer leaf. Results: primal results. Leaves its record on the tape.</summary>
    Forward,

    /// <summary>Adjoint sweep of such a call. Parameters: primal buffer leaves, then cotangents of active result leaves, then shadow buffers of active buffer leaves.
    /// Results: one adjoint per active scalar leaf.</summary>
    Pullback,

    /// <summary>Hessian times direction. Parameters: primal leaves, then one direction per active leaf, then one destination per active buffer leaf.
    /// Results: the primal results of ref and out parameters, then one derivative per active scalar leaf.</summary>
    Hvp,

    /// <summary>Both sweeps of a call in one pass. Parameters: as for <see cref="Reverse"/>. Results: primal results. Adds to its destinations while it may still throw.</summary>
    Joint,
}

/// <summary>A function of the generated code in IR form.</summary>
/// <param name="Callee">Key of the method that it belongs to.</param>
/// <param name="Variant">Which of several cores of that kind this is (active and stable parameters); matches <see cref="CallOp.Variant"/>.</param>
/// <param name="Body">Ends in <c>Break(ReturnLabel, results)</c>.</param>
/// <param name="Notes">Sentences for the XML documentation: what is saved, recomputed, fused, how much memory it takes.</param>
internal sealed record CoreFunction(string Callee, CoreKind Kind, string Variant, EquatableArray<IrValue> Parameters, Region Body,
    EquatableArray<IrType> ResultTypes, bool UsesTape, EquatableArray<string> Notes, EquatableArray<string> Lines, int NextId)
{
    /// <summary>Destinations of derivatives, which entries have checked to be as long as what they are the derivatives by.</summary>
    public EquatableArray<SameLength> SameLengths { get; init; }

    /// <summary>Its loops that lanes were refused to.</summary>
    public EquatableArray<LoopInOrder> LoopsInOrder { get; init; }

    /// <summary>
    /// Some consecutive iterations of a loop on several threads: its last three parameters say which. Who calls it says how many parts and iterations
    /// there are in their place.
    /// </summary>
    public bool IsChunk { get; init; }

    /// <summary>The text of the loop that is all of it, in a method apart from the core that runs it; null for other cores.</summary>
    public string? OutlinedLoop { get; init; }
}

/// <summary>A loop whose iterations were to run side by side, and could not.</summary>
/// <param name="Line">The line that it stands on.</param>
/// <param name="Reason">Half a sentence for the reader.</param>
internal sealed record LoopInOrder(int Line, string Reason);

/// <summary>Optimisations that can be switched off, for tests and for finding faults.</summary>
/// <param name="DisabledPasses">Names of passes of the optimiser that do not run.</param>
/// <param name="DetectAnomaly">Not an optimisation: every number is checked for being the first that is NaN or infinite.</param>
/// <param name="HasTangents">Not an optimisation: tangents will stand beside adjoints, which are called so that the two can be told apart.</param>
internal sealed record TransformOptions(bool Inline = true, bool Recompute = true, bool Fuse = true, bool Optimize = true,
    EquatableArray<string> DisabledPasses = default, bool DetectAnomaly = false, bool HasTangents = false)
{
    /// <summary>Jacobians may be computed column by column.</summary>
    public bool JacobianForward { get; init; } = true;

    /// <summary>Jacobians may be computed row by row.</summary>
    public bool JacobianReverse { get; init; } = true;

    /// <summary>Arithmetic may be rearranged, contracted, and done by vector mathematics: values differ in their last places.</summary>
    public bool Fast { get; init; }

    /// <summary>Independent iterations run on several threads.</summary>
    public bool Parallel { get; init; }

    public static readonly TransformOptions Default = new();
}
