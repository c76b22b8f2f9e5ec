using System;
using DiffGen;

namespace SeedNotebook;

/// <summary>Functions with derivatives of their own, which save what they need (<c>ctx.save_for_backward</c>).</summary>
public static partial class CustomFunctions
{
    /// <summary>max(x, 0), with derivative 1 at 0 as <c>clamp</c> has it.</summary>
    [CustomDerivative(Forward = nameof(ReluForward), Pullback = nameof(ReluPullback))]
    public static double Relu(double x) => Math.Max(x, 0);

    private static double ReluForward(double x, out double input)
    {
        input = x;
        return Math.Max(x, 0);
    }

    private static double ReluPullback(double input, double cotangent) => input < 0 ? 0 : cotangent;

    /// <summary>eˣ, whose derivative is its result.</summary>
    [CustomDerivative(Forward = nameof(ExpForward), Pullback = nameof(ExpPullback))]
    public static double Exp(double x) => Math.Exp(x);

    private static double ExpForward(double x, out double result) => result = Math.Exp(x);

    private static double ExpPullback(double result, double cotangent) => cotangent * result;

    [Differentiable(Derivatives.Gradient)]
    public static double Rectified(double x) => Relu(x);

    [Differentiable(Derivatives.Gradient)]
    public static double Growth(double x) => Exp(2 * x);
}
