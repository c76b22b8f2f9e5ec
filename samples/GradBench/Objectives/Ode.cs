using System;
using DiffGen;

namespace GradBench.Objectives;

/// <summary>A chain of ordinary differential equations, y₀′ = x₀ and yᵢ′ = xᵢ yᵢ₋₁, from 0 to 2 by the method of Runge and Kutta.</summary>
public static partial class Ode
{
    private const double End = 2;

    /// <summary>The last component of the solution, whose gradient is asked for.</summary>
    [Differentiable(Derivatives.Gradient)]
    [Differentiable(Derivatives.Gradient, Name = "LastFast", FloatingPoint = FloatingPoint.Fast)]
    public static double Last(ReadOnlySpan<double> x, int steps)
    {
        var y = new double[x.Length];
        Solve(x, steps, y);
        return y[x.Length - 1];
    }

    /// <summary>Adds the solution at the end to <paramref name="y"/>, its value at the start.</summary>
    [Differentiable]
    public static void Solve(ReadOnlySpan<double> x, int steps, Span<double> y)
    {
        int n = x.Length;
        double h = End / steps;
        var k1 = new double[n];
        var k2 = new double[n];
        var k3 = new double[n];
        var k4 = new double[n];
        var between = new double[n];
        for (int step = 0; step < steps; step++)
        {
            Slope(x, y, k1);
            for (int i = 0; i < n; i++)
                between[i] = y[i] + (h * k1[i] / 2);
            Slope(x, between, k2);
            for (int i = 0; i < n; i++)
                between[i] = y[i] + (h * k2[i] / 2);
            Slope(x, between, k3);
            for (int i = 0; i < n; i++)
                between[i] = y[i] + (h * k3[i]);
            Slope(x, between, k4);
            for (int i = 0; i < n; i++)
                y[i] += h * (k1[i] + (2 * k2[i]) + (2 * k3[i]) + k4[i]) / 6;
        }
    }

    [Differentiable]
    private static void Slope(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> slope)
    {
        slope[0] = x[0];
        for (int i = 1; i < x.Length; i++)
            slope[i] = x[i] * y[i - 1];
    }
}
