using System;

namespace DiffGen;

/// <summary>
/// Names the methods that compute a method's derivative, in place of differentiating its body. They have the signatures of
/// the companions they stand for and any accessibility.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Constructor, Inherited = false)]
public sealed class CustomDerivativeAttribute : Attribute
{
    /// <summary>The method that stands for <c>FJvp</c>.</summary>
    public string? Jvp { get; set; }

    /// <summary>The method that stands for <c>FVjp</c>; it adds to its destination buffers.</summary>
    public string? Vjp { get; set; }

    /// <summary>
    /// The method that computes the value and saves state: <c>R A(p..., out TState state)</c>. Comes together with
    /// <see cref="Pullback"/>.
    /// </summary>
    public string? Forward { get; set; }

    /// <summary>The method that uses the saved state: <c>G B(TState state, R cotangent, d-buffers...)</c>.</summary>
    public string? Pullback { get; set; }
}
