using System;

namespace GradBench.Objectives.Inputs;

/// <summary>What <see cref="Det.Determinant"/> takes.</summary>
public sealed record DetInput(double[] A, int Ell)
{
    /// <summary>An input of the given size, the same in every run.</summary>
    public static DetInput Create(int ell) => new(Draws.Uniform(new Random(9), ell * ell, 0, 1), ell);

    /// <summary>The value.</summary>
    public double Value() => Det.Determinant(A, Ell);

    /// <summary>The gradient.</summary>
    public void Gradient(Span<double> da) => Det.DeterminantGradient(A, Ell, da);
}
