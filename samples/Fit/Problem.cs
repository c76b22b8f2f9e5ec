using System;

/// <summary>The value of a fitted law with parameters b at x.</summary>
internal delegate double Law(ReadOnlySpan<double> b, double x);

/// <summary>The values of a law over the data.</summary>
internal delegate double[] Values(ReadOnlySpan<double> b, ReadOnlySpan<double> x);

/// <summary>Their derivatives by the parameters, a row per value.</summary>
internal delegate void ValuesJacobian(ReadOnlySpan<double> b, ReadOnlySpan<double> x, Span<double> jacobian);

/// <summary>The sum of squares over the data with its gradient in b written to db.</summary>
internal delegate double SumOfSquares(ReadOnlySpan<double> b, ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> db);

/// <summary>A published least-squares fit: data, law, where to start, and the answer.</summary>
internal sealed class Problem
{
    public required string Name { get; init; }

    public required string Source { get; init; }

    /// <summary>The law as it is written in the literature.</summary>
    public required string Formula { get; init; }

    public required string XLabel { get; init; }

    public required string YLabel { get; init; }

    public required double[] X { get; init; }

    public required double[] Y { get; init; }

    public required double[] Start { get; init; }

    /// <summary>The published parameters.</summary>
    public required double[] Published { get; init; }

    public required double PublishedSquares { get; init; }

    /// <summary>The relative error that the published digits allow: 1e-6 where eleven were certified.</summary>
    public double Tolerance { get; init; } = 1e-6;

    public required Law Law { get; init; }

    public required Values Values { get; init; }

    public required ValuesJacobian Jacobian { get; init; }

    public required SumOfSquares Squares { get; init; }
}
