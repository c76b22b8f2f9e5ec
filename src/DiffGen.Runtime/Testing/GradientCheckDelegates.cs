using System;

namespace DiffGen.Testing;

/// <summary>A scalar function of a vector.</summary>
public delegate T Objective<T>(ReadOnlySpan<T> x);

/// <summary>Writes the gradient of a scalar function into <paramref name="dx"/>: the shape of <c>FGradient</c>.</summary>
public delegate void ObjectiveGradient<T>(ReadOnlySpan<T> x, Span<T> dx);

/// <summary>Returns the value and writes the gradient into <paramref name="dx"/>: the shape of <c>FValueAndGradient</c>.</summary>
public delegate T ObjectiveValueAndGradient<T>(ReadOnlySpan<T> x, Span<T> dx);
