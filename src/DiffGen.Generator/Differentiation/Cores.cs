using System;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Differentiation;

/// <summary>A reverse core that companions are made of.</summary>
/// <param name="WithValue">Its results begin with the method's return value.</param>
/// <param name="Seeded">The cotangents are folded into it (one for the return value, zero for <c>ref</c> and <c>out</c> parameters): it has no parameters for them.</param>
internal sealed record ReverseCore(CoreFunction Function, bool WithValue, bool Seeded);

/// <summary>The core functions behind the companions of one request.</summary>
/// <param name="Jvp">Null if it is not asked for.</param>
/// <param name="Reverse">One for each of Vjp, Gradient and ValueAndGradient that is asked for.</param>
/// <param name="Helpers">Cores of called methods, in whatever lowering these and each other call.</param>
internal sealed record Cores(CoreFunction? Jvp, EquatableArray<ReverseCore> Reverse, EquatableArray<CoreFunction> Helpers)
{
    /// <summary>The two halves of split mode; null if it is not asked for.</summary>
    public SplitCores? Split { get; init; }

    /// <summary>Null if it is not asked for.</summary>
    public CoreFunction? Hvp { get; init; }

    /// <summary>Derived methods that helpers belong to, beside those of the unit.</summary>
    public EquatableArray<IrMethod> Derived { get; init; }

    /// <summary>Null if no Jacobian is asked for.</summary>
    public JacobianCores? Jacobian { get; init; }

    /// <summary>Null if no Hessian is asked for.</summary>
    public JacobianCores? Hessian { get; init; }

    /// <summary>The loop over many inputs, of kind Reverse; null if it is not asked for.</summary>
    public CoreFunction? Batch { get; init; }

    /// <summary>The core of kind Jvp whose tangents are power series; null if it is not asked for.</summary>
    public LaneCore? Taylor { get; init; }

    /// <summary>Where threads are asked for and nothing runs on several: why.</summary>
    public string? OneThread { get; init; }

    /// <summary>The same with other functions.</summary>
    public Cores Map(Func<CoreFunction, CoreFunction> map) => this with
    {
        Jvp = Jvp is { } jvp ? map(jvp) : null,
        Hvp = Hvp is { } hvp ? map(hvp) : null,
        Batch = Batch is { } batch ? map(batch) : null,
        Reverse = Reverse.Map(core => core with { Function = map(core.Function) }),
        Helpers = Helpers.Map(map),
        Split = Split is { } split ? new SplitCores(map(split.Forward), map(split.Pullback)) : null,
        Jacobian = Jacobian?.Map(map),
        Hessian = Hessian?.Map(map),
        Taylor = Taylor?.Map(map),
    };

    /// <summary>The kind of the core that a call runs.</summary>
    public static CoreKind KindOf(CallKind kind) => kind switch
    {
        CallKind.Primal => CoreKind.Primal,
        CallKind.Jvp => CoreKind.Jvp,
        CallKind.Forward => CoreKind.Forward,
        CallKind.Joint => CoreKind.Joint,
        _ => CoreKind.Pullback,
    };
}

/// <summary>What <c>FForward</c> and <c>Pullback</c> are made of.</summary>
internal sealed record SplitCores(CoreFunction Forward, CoreFunction Pullback);

/// <summary>A core in vector mode: how many directions go through it at once.</summary>
internal sealed record LaneCore(CoreFunction Function, LaneWidth Width)
{
    /// <summary>Every number is checked: one direction at a time, since the report names one number.</summary>
    public bool DetectsAnomaly { get; init; }

    public LaneCore Map(Func<CoreFunction, CoreFunction> map) => this with { Function = map(Function) };
}

/// <summary>The cores behind a Jacobian: one if the shape decides between the modes at build time, else both.</summary>
/// <param name="Forward">A core of kind Jvp for several columns, or null.</param>
/// <param name="Reverse">A core of kind Reverse for several rows, or null.</param>
internal sealed record JacobianCores(JacobianShape Shape, LaneCore? Forward, LaneCore? Reverse)
{
    /// <summary>A core of kind Hvp for several columns of a Hessian, or null.</summary>
    public LaneCore? SecondOrder { get; init; }

    /// <summary>A core of kind Jvp or Hvp that finds the pattern, or null.</summary>
    public LaneCore? Pattern { get; init; }

    public JacobianCores Map(Func<CoreFunction, CoreFunction> map) => this with
    {
        Forward = Forward?.Map(map),
        Reverse = Reverse?.Map(map),
        SecondOrder = SecondOrder?.Map(map),
        Pattern = Pattern?.Map(map),
    };
}
