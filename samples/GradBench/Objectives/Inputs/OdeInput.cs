using System;

namespace GradBench.Objectives.Inputs;

/// <summary>What <see cref="Ode.Last"/> takes.</summary>
public sealed record OdeInput(double[] X, int Steps)
{
    /// <summary>An input of the given size, the same in every run.</summary>
    public static OdeInput Create(int n, int steps) => new(Draws.Uniform(new Random(8), n, 0, 1), steps);

    /// <summary>The value.</summary>
    public double Value() => Ode.Last(X, Steps);

    /// <summary>The gradient.</summary>
    public void Gradient(Span<double> dx) => Ode.LastGradient(X, Steps, dx);
}
