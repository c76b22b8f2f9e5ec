using System;

namespace DiffGen;

/// <summary>
/// Holds something constant on purpose: a parameter, a field or property, a method's receiver (on the method), or what a
/// method returns (on its return value).
/// </summary>
[AttributeUsage(
    AttributeTargets.Parameter | AttributeTargets.Field | AttributeTargets.Property | AttributeTargets.Method | AttributeTargets.ReturnValue,
    Inherited = false)]
public sealed class NoDerivativeAttribute : Attribute;
