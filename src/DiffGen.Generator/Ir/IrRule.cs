using DiffGen.Generator.Common;

namespace DiffGen.Generator.Ir;

/// <summary>The methods that compute a method's derivative in place of its body: C# expressions to call, or null.</summary>
/// <param name="StateType">C# type of what <paramref name="Forward"/> saves for <paramref name="Pullback"/>.</param>
/// <param name="Writes">Per flattened parameter: the method may write the memory behind it.</param>
internal sealed record IrRule(string? Jvp, string? Vjp, string? Forward, string? Pullback, string StateType, EquatableArray<bool> Writes)
{
    /// <summary>What a method's key ends in where the method itself is meant, and not what its companions are made of.</summary>
    public const string KeySuffix = "!rule";

    /// <summary>The key of the step of which the method finds a fixed point: the rule is then made from the step's derivatives.</summary>
    public string? StepKey { get; init; }

    public bool HasForward => Jvp is not null || StepKey is not null;

    public bool HasReverse => Vjp is not null || Forward is not null || StepKey is not null;

    /// <summary>All these methods can be called from any type of the project.</summary>
    public bool IsAccessible { get; init; }

    /// <summary>The type from which these methods can be called, where it is neither any type nor the method's own.</summary>
    public IrSignature? Place { get; init; }

    /// <summary>Who gave the rule, for messages.</summary>
    public RuleOrigin Origin { get; init; }
}

/// <summary>Where a rule comes from.</summary>
internal enum RuleOrigin
{
    /// <summary>The method names it.</summary>
    Own,

    /// <summary>Methods of the project name the method that they are the derivatives of.</summary>
    DerivativeOf,

    /// <summary>The method is differentiable in another assembly, whose companions serve.</summary>
    Companions,

    /// <summary>Which method is called depends on the receiver's type, and so do the companions that serve.</summary>
    Dispatch,
}
