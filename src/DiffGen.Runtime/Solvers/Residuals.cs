using System;

namespace DiffGen;

/// <summary>
/// The residuals whose sum of squares is to be minimised: overwrites <paramref name="r"/>, of length m, with the residuals at
/// <paramref name="x"/>, of length n.
/// </summary>
public delegate void Residuals(ReadOnlySpan<double> x, Span<double> r);
