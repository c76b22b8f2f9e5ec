using System;

namespace GradBench.Objectives.Inputs;

/// <summary>What <see cref="Llsq.HalfSquares"/> takes.</summary>
public sealed record LlsqInput(double[] X, int N)
{
    /// <summary>An input of n points and m coefficients, the same in every run.</summary>
    public static LlsqInput Create(int n, int m) => new(Draws.Uniform(new Random(10), m, 0, 1), n);

    /// <summary>The value.</summary>
    public double Value() => Llsq.HalfSquares(X, N);

    /// <summary>The gradient.</summary>
    public void Gradient(Span<double> dx) => Llsq.HalfSquaresGradient(X, N, dx);
}
