using System;
using MathNet.Numerics.Optimization;

namespace DiffGen.MathNet;

/// <summary>Hands companions to the minimisers of MathNet.Numerics.</summary>
public static class MathNetObjective
{
    /// <summary>
    /// An objective for minimisers that use gradients, such as <c>BfgsMinimizer</c> and <c>LimitedMemoryBfgsMinimizer</c>:
    /// <code>new LimitedMemoryBfgsMinimizer(1e-9, 1e-12, 1e-12, memory: 5).FindMinimum(MathNetObjective.Create(FValueAndGradient), start)</code>
    /// </summary>
    /// <param name="objective">Value and gradient, computed together: <c>FValueAndGradient</c>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="objective"/> is null.</exception>
    public static IObjectiveFunction Create(Objective objective)
    {
        ArgumentNullException.ThrowIfNull(objective);
        return new CompanionObjective(objective, hessian: null);
    }

    /// <summary>An objective for minimisers that also use second derivatives, such as <c>NewtonMinimizer</c>.</summary>
    /// <param name="objective">Value and gradient, computed together: <c>FValueAndGradient</c>.</param>
    /// <param name="hessian">The second derivatives: <c>FHessian</c>. Computed when a minimiser asks for them.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IObjectiveFunction Create(Objective objective, ObjectiveHessian hessian)
    {
        ArgumentNullException.ThrowIfNull(objective);
        ArgumentNullException.ThrowIfNull(hessian);
        return new CompanionObjective(objective, hessian);
    }
}
