using System;
using System.Collections.Generic;
using System.Numerics;

namespace DiffGen.Testing;

public static partial class GradientCheck
{
    /// <summary>Checks a gradient that is written into a span. The span holds NaN before: all of it must be overwritten.</summary>
    /// <exception cref="GradientCheckException">They disagree.</exception>
    public static GradientCheckReport Gradient<T>(Objective<T> function, ObjectiveGradient<T> gradient, ReadOnlySpan<T> x, double? tolerance = null)
        where T : IBinaryFloatingPointIeee754<T>
        => Gradient(
            v => function(v),
            v =>
            {
                T[] dx = new T[v.Length];
                Array.Fill(dx, T.NaN);
                gradient(v, dx);
                return dx;
            },
            x.ToArray(),
            tolerance);

    /// <summary>Checks a gradient that is written into a span, and that the value beside it is the function's, to the bit.</summary>
    /// <exception cref="GradientCheckException">They disagree.</exception>
    public static GradientCheckReport ValueAndGradient<T>(
        Objective<T> function,
        ObjectiveValueAndGradient<T> valueAndGradient,
        ReadOnlySpan<T> x,
        double? tolerance = null)
        where T : IBinaryFloatingPointIeee754<T>
    {
        T[] dx = new T[x.Length];
        Array.Fill(dx, T.NaN);
        T value = valueAndGradient(x.ToArray(), dx);
        T expected = function(x.ToArray());
        if (!EqualityComparer<T>.Default.Equals(value, expected))
            throw new GradientCheckException($"The value beside the gradient is {value}, but the function returns {expected}.");
        return Gradient(v => function(v), _ => dx, x.ToArray(), tolerance);
    }
}
