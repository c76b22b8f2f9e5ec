using System;

namespace DiffGen.Testing;

/// <summary>A scalar function of a vector.</summary>
public delegate T Objective<T>(ReadOnlySpan<T> x);

/// <summary>Writes the gradient of a scalar function into <paramref name="dx"/>: the shape of <c>FGradient</c>.</summary>
public delegate void ObjectiveGradient<T>(ReadOnlySpan<T> x, Span<T> dx);

/// <summary>Returns the value and writes the gradient into <paramref name="dx"/>: the shape of <c>FValueAndGradient</c>.</summary>
public delegate T ObjectiveValueAndGradient<T>(ReadOnlySpan<T> x, Span<T> dx);

/// <summary>Writes the Hessian times <paramref name="dx"/> into <paramref name="hx"/>: the shape of <c>FHvp</c>.</summary>
public delegate void ObjectiveHvp<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> dx, Span<T> hx);

/// <summary>Writes the matrix of second derivatives, row-major, into <paramref name="hessian"/>: the shape of <c>FHessian</c>.</summary>
public delegate void ObjectiveHessian<T>(ReadOnlySpan<T> x, Span<T> hessian);

/// <summary>A function of a vector with several outputs.</summary>
public delegate T[] VectorFunction<T>(ReadOnlySpan<T> x);

/// <summary>Writes the derivatives of all outputs by all inputs, row-major, into <paramref name="jacobian"/>: the shape of <c>FJacobian</c>.</summary>
public delegate void VectorJacobian<T>(ReadOnlySpan<T> x, Span<T> jacobian);
