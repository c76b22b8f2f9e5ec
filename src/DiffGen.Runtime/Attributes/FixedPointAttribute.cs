using System;

namespace DiffGen;

/// <summary>
/// The method iterates to a fixed point: its derivative is that of the point reached (implicit function theorem), not that of
/// the iterations.
/// </summary>
/// <remarks>
/// <para>
/// The step is a static <see cref="DifferentiableAttribute">[Differentiable]</see> method of the same type with the same parameters. Either both return a
/// <c>double</c> or <c>float</c>, and the first parameter is that number: <c>Solve(start, p...)</c> returns <c>x</c> with <c>x = Step(x, p...)</c>. Or both
/// return nothing, and the first parameter is an array or <c>Span</c> of them: <c>Solve</c> finds the start in it and leaves the solution,
/// <c>Step</c> replaces it by the next iterate. Neither writes to its other parameters. Every element of the
/// buffer must be determined by the step: boundary values that it leaves as they are belong in another parameter.
/// </para>
/// <para>
/// With <c>A</c> and <c>B</c> the derivatives of the step by the state and by the other parameters at the solution, forward mode solves
/// <c>(I - A) dx = B dp</c>, reverse mode <c>(I - A)' w = x-bar</c>, and then <c>p-bar = B' w</c>; the derivative by the start is zero. A number
/// is divided by <c>1 - A</c>, which gives infinity or NaN where the solution is not isolated (<c>A = 1</c>). For a buffer the equation is solved by
/// the iteration <c>w = x-bar + A' w</c>, which converges where the method itself does, as fast as that; where it does not
/// within 100,000 steps, an <see cref="InvalidOperationException"/> says so.
/// Source: B. Christianson, "Reverse accumulation and attractive fixed points", Optimization Methods and Software 3 (1994).
/// </para>
/// <para>The derivative is that of the exact solution: a method that stops early has an error in its derivative of the order of the error in its value.</para>
/// </remarks>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class FixedPointAttribute : Attribute
{
    /// <summary>Names no step, which differentiable methods must: the analyzer says so.</summary>
    public FixedPointAttribute()
    {
    }

    /// <param name="step">The name of the method whose fixed point is sought.</param>
    public FixedPointAttribute(string step) => Step = step;

    /// <summary>The name of the method whose fixed point is sought.</summary>
    public string? Step { get; }
}
