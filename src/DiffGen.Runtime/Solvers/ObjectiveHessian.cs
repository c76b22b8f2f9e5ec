using System;

namespace DiffGen;

/// <summary>
/// The matrix of second derivatives of a scalar function of n variables: overwrites <paramref name="hessian"/>, row-major n×n. The shape of
/// <c>FHessian</c> of <c>static double F(ReadOnlySpan&lt;double&gt; x)</c>.
/// </summary>
public delegate void ObjectiveHessian(ReadOnlySpan<double> x, Span<double> hessian);
