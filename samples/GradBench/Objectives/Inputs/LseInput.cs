using System;

namespace GradBench.Objectives.Inputs;

/// <summary>What <see cref="Lse.LogSumExp"/> takes.</summary>
public sealed record LseInput(double[] X)
{
    /// <summary>An input of the given size, the same in every run.</summary>
    public static LseInput Create(int n) => new(Draws.Uniform(new Random(7), n, 0, 1));

    /// <summary>The value.</summary>
    public double Value() => Lse.LogSumExp(X);

    /// <summary>The gradient.</summary>
    public void Gradient(Span<double> dx) => Lse.LogSumExpGradient(X, dx);
}
