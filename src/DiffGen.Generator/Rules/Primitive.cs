using System;
using System.Collections.Generic;
using DiffGen.Generator.Common;

namespace DiffGen.Generator.Rules;

/// <summary>The type of a primitive's result, given those of its arguments.</summary>
internal enum PrimitiveResult
{
    /// <summary>The floating-point (or, for operators, integer) type of the first argument.</summary>
    Same,

    /// <summary><c>bool</c>.</summary>
    Bool,

    /// <summary><c>int</c>.</summary>
    Int,

    /// <summary>Any scalar type, stated by the operation: a conversion.</summary>
    Stated,
}

/// <summary>What a parameter of a primitive accepts.</summary>
internal enum PrimitiveParameter
{
    /// <summary>The floating-point type that the row is used at.</summary>
    Float,

    /// <summary><c>int</c>.</summary>
    Int,

    /// <summary><c>System.MidpointRounding</c>, an opaque value.</summary>
    Rounding,

    /// <summary>Any scalar: the source of a conversion.</summary>
    Any,
}

/// <summary>The contribution of one argument: linear in <paramref name="d"/>, which is the argument's tangent in forward mode
/// (contributions are summed into the result's tangent) and the result's cotangent in reverse mode (each is added to its argument's).</summary>
internal delegate Term Contribution(RuleContext e, Term d);

/// <summary>One row of the primitive table: a pure scalar operation, how C# says it, and its derivative.</summary>
/// <param name="Name">What <see cref="Ir.ApplyOp.Primitive"/> holds.</param>
/// <param name="Arity">Number of arguments.</param>
internal sealed record Primitive(string Name, int Arity)
{
    /// <summary>C# text of an operator (<c>+</c>), or null for a method or a conversion.</summary>
    public string? Operator { get; init; }

    /// <summary>Name of the C# static method, or null.</summary>
    public string? Method { get; init; }

    /// <summary>The type that declares the method for <c>double</c> arguments: <c>Math</c> or <c>double</c>.</summary>
    public string DoubleHost { get; init; } = "double";

    /// <summary>The type that declares the method for <c>float</c> arguments: <c>MathF</c>, <c>Math</c> (overloaded) or <c>float</c>.</summary>
    public string SingleHost { get; init; } = "float";

    /// <summary>Methods of the same name on the other types compute something else.</summary>
    public bool OnItsHostsOnly { get; init; }

    /// <summary>The tuple element of the method's result that this row computes (<c>Sin</c> of <c>Math.SinCos</c>), or null.</summary>
    public string? Component { get; init; }

    /// <summary>What the parameters accept. Several alternatives exist where overloads of one arity share the row.</summary>
    public EquatableArray<EquatableArray<PrimitiveParameter>> Signatures { get; init; }

    public PrimitiveResult Result { get; init; } = PrimitiveResult.Same;

    /// <summary>One per argument; null where no derivative flows. Empty if none has any.</summary>
    public IReadOnlyList<Contribution?> Contributions { get; init; } = Array.Empty<Contribution?>();

    /// <summary>The derivative is infinite somewhere: a tangent or cotangent of exactly 0 contributes exactly 0 there too.</summary>
    public bool Singular { get; init; }

    /// <summary>Can throw for some floating-point arguments, so that removing it could lose an exception of the primal.</summary>
    public bool MayThrow { get; init; }

    /// <summary>The order of its two arguments does not matter, to the bit.</summary>
    public bool Commutes { get; init; }

    /// <summary>Why a derivative is what it is, for the rule documentation.</summary>
    public string Note { get; init; } = "";

    /// <summary>A domain for tests, as bounds of each floating-point argument.</summary>
    public EquatableArray<Domain> Domains { get; init; }

    /// <summary>The derivative with respect to an argument, or null if none flows.</summary>
    public Contribution? ContributionOf(int argument) => argument < Contributions.Count ? Contributions[argument] : null;
}

/// <summary>An interval on which a row is smooth in one argument, the others anywhere in theirs.</summary>
internal readonly record struct Domain(double Low, double High);
