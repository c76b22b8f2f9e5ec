using DiffGen;

namespace GradBench.Objectives;

/// <summary>The smallest objective: a square.</summary>
public static partial class Hello
{
    /// <summary>x².</summary>
    [Differentiable(Derivatives.Gradient)]
    public static double Square(double x) => x * x;
}
