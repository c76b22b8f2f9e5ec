using System;

namespace DiffGen;

/// <summary>
/// Asks for derivatives of a method: companions (<c>FJvp</c>, <c>FVjp</c>, <c>FGradient</c> …) are generated in the same
/// type, with the same accessibility. The containing types must be <c>partial</c>.
/// </summary>
/// <remarks>
/// The attribute is part of the method's signature: differentiable code may call a method with an active argument only
/// where that method is marked or has a rule. On a delegate parameter it asks for a version specialised to the argument. On a class or struct
/// it asks for <c>Zero</c>, <c>Add</c>, <c>Scale</c> and <c>Dot</c> over its active members, for optimisers to work with.
/// </remarks>
[AttributeUsage(
    AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Constructor | AttributeTargets.Parameter,
    AllowMultiple = true,
    Inherited = false)]
public sealed class DifferentiableAttribute : Attribute
{
    /// <summary>Asks for the default companions: <see cref="Derivatives.Default"/>.</summary>
    public DifferentiableAttribute() => Derivatives = Derivatives.Default;

    /// <summary>Asks for exactly the companions in <paramref name="derivatives"/>.</summary>
    public DifferentiableAttribute(Derivatives derivatives) => Derivatives = derivatives;

    /// <summary>The companions that are asked for.</summary>
    public Derivatives Derivatives { get; }

    /// <summary>
    /// The names of the parameters to differentiate by. Where it is left out, all parameters of an active type are meant
    /// that are not marked <see cref="NoDerivativeAttribute"/>.
    /// </summary>
    public string[]? Wrt { get; set; }

    /// <summary>What the companions' names begin with, in place of the method's name.</summary>
    public string? Name { get; set; }

    /// <summary>How freely the companions may rearrange floating-point arithmetic.</summary>
    public FloatingPoint FloatingPoint { get; set; }

    /// <summary>Independent iterations may run on several threads.</summary>
    public bool Parallel { get; set; }

    /// <summary>The companions report where the first NaN arises.</summary>
    public bool DetectAnomaly { get; set; }

    /// <summary>The companions are instrumented for profiling.</summary>
    public bool Profile { get; set; }
}
