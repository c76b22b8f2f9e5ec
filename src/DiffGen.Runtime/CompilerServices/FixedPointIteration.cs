using System;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace DiffGen.CompilerServices;

/// <summary>When the iteration for the derivative of a fixed point ends. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class FixedPointIteration
{
    /// <summary>After so many steps the iteration counts as divergent.</summary>
    public const int MaximumSteps = 100_000;

    /// <summary>
    /// Whether no component has changed by more than a few roundings of the largest; also once there is a NaN, which stays, and where roundings keep the
    /// iteration going: the change has been small for long without becoming smaller.
    /// </summary>
    /// <param name="next">The iterate.</param>
    /// <param name="previous">The one before.</param>
    /// <param name="progress">The smallest change so far and the step of it; zeros at the start.</param>
    /// <param name="steps">The number of steps taken.</param>
    /// <exception cref="InvalidOperationException">The iteration has taken <see cref="MaximumSteps"/> steps, or has grown to infinity.</exception>
    public static bool HasConverged<T>(ReadOnlySpan<T> next, ReadOnlySpan<T> previous, Span<T> progress, int steps)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T change = T.Zero, largest = T.Zero;
        for (int i = 0; i < next.Length; i++)
        {
            change = T.Max(change, T.Abs(next[i] - previous[i]));
            largest = T.Max(largest, T.Abs(next[i]));
        }
        if (steps >= MaximumSteps || T.IsInfinity(largest))
            ThrowDivergent();
        T rounding = largest * (T.BitIncrement(T.One) - T.One);
        if (T.IsNaN(change) || change <= rounding * T.CreateChecked(4))
            return true;
        if (progress[1] == T.Zero || change < progress[0])
        {
            progress[0] = change;
            progress[1] = T.CreateChecked(steps);
            return false;
        }
        // A change that turns in a plane as it shrinks grows now and then, for a part of the steps that it takes to shrink.
        return change <= rounding * T.CreateChecked(1000) && T.CreateChecked(steps - 10) > progress[1] * T.CreateChecked(1.25);
    }

    [DoesNotReturn]
    private static void ThrowDivergent() => throw new InvalidOperationException(
        "The derivative of a fixed point was not found, because its iteration diverges: the step is no contraction at the solution. Elements that the step leaves as they are belong in another parameter.");
}
