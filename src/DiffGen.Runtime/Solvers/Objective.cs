using System;

namespace DiffGen;

/// <summary>
/// A scalar function with its gradient, as minimisers ask for it: returns the value at <paramref name="x"/> and overwrites
/// <paramref name="dx"/>, of the same length, with the gradient.
/// </summary>
/// <remarks>
/// <c>FValueAndGradient</c> of <c>static double F(ReadOnlySpan&lt;double&gt; x)</c> has this shape, so that <c>Objective f = FValueAndGradient;</c>
/// compiles. Further arguments are bound by a lambda: <c>(x, dx) => FValueAndGradient(x, data, dx)</c>.
/// </remarks>
public delegate double Objective(ReadOnlySpan<double> x, Span<double> dx);
