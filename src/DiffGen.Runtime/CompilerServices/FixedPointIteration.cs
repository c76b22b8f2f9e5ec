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
    /// Whether no component has changed by more than a few roundings of the largest; also once there is a NaN, which stays.
    /// </summary>
    /// <exception cref="InvalidOperationException">The iteration has taken <see cref="MaximumSteps"/> steps, or has grown to infinity.</exception>
    public static bool HasConverged<T>(ReadOnlySpan<T> next, ReadOnlySpan<T> previous, int steps)
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
        return T.IsNaN(change) || change <= largest * (T.BitIncrement(T.One) - T.One) * T.CreateChecked(4);
    }

    [DoesNotReturn]
    private static void ThrowDivergent() => throw new InvalidOperationException(
        "The derivative of a fixed point was not found, because its iteration diverges: the step is no contraction at the solution. Elements that the step leaves as they are belong in another parameter.");
}
