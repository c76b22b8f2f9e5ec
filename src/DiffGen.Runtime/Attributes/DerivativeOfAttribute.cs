using System;

namespace DiffGen;

/// <summary>
/// Makes a method the derivative of a method that you do not own. Whether it is the <c>Jvp</c> or the <c>Vjp</c>, and of which
/// overload, follows from its parameters.
/// </summary>
/// <param name="type">The type that declares the method.</param>
/// <param name="member">The method's name.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class DerivativeOfAttribute(Type type, string member) : Attribute
{
    /// <summary>The type that declares the method.</summary>
    public Type Type { get; } = type;

    /// <summary>The method's name.</summary>
    public string Member { get; } = member;
}
