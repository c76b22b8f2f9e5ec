using System;

namespace DiffGen;

/// <summary>
/// The derivatives of <see cref="Residuals"/>: overwrites <paramref name="jacobian"/>, row-major m×n, with a row per residual and a column
/// per variable. The shape of <c>FJacobian</c> of <c>static double[] F(ReadOnlySpan&lt;double&gt; x)</c>.
/// </summary>
public delegate void ResidualJacobian(ReadOnlySpan<double> x, Span<double> jacobian);
