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

    /// <summary>Checks a Jacobian that is written into a span, row-major. The span holds NaN before: all of it must be overwritten.</summary>
    /// <exception cref="GradientCheckException">They disagree.</exception>
    public static GradientCheckReport Jacobian<T>(VectorFunction<T> function, VectorJacobian<T> jacobian, ReadOnlySpan<T> x, double? tolerance = null)
        where T : IBinaryFloatingPointIeee754<T>
    {
        int outputs = function(x).Length;
        return Jacobian(v => function(v), v => Filled<T>(outputs, v.Length, matrix => jacobian(v, matrix)), x.ToArray(), tolerance);
    }

    /// <summary>Checks Hessian-vector products that are written into a span, which holds NaN before.</summary>
    /// <exception cref="GradientCheckException">They disagree.</exception>
    public static GradientCheckReport Hvp<T>(ObjectiveGradient<T> gradient, ObjectiveHvp<T> hvp, ReadOnlySpan<T> x, double? tolerance = null)
        where T : IBinaryFloatingPointIeee754<T>
        => Hvp(
            GradientOf(gradient),
            (v, direction) =>
            {
                T[] product = new T[v.Length];
                Array.Fill(product, T.NaN);
                hvp(v, direction, product);
                return product;
            },
            x.ToArray(),
            tolerance);

    /// <summary>Checks a Hessian that is written into a span, row-major, which holds NaN before, and that it is symmetric to the bit.</summary>
    /// <exception cref="GradientCheckException">They disagree.</exception>
    public static GradientCheckReport Hessian<T>(ObjectiveGradient<T> gradient, ObjectiveHessian<T> hessian, ReadOnlySpan<T> x, double? tolerance = null)
        where T : IBinaryFloatingPointIeee754<T>
    {
        T[] point = x.ToArray();
        T[,] matrix = Filled<T>(point.Length, point.Length, values => hessian(point, values));
        GradientCheckReport report = Hessian(GradientOf(gradient), _ => matrix, point, tolerance);
        HessianSymmetry(_ => matrix, point);
        return report;
    }

    private delegate void SpanAction<T>(Span<T> span);

    private static Func<T[], T[]> GradientOf<T>(ObjectiveGradient<T> gradient)
        => v =>
        {
            var result = new T[v.Length];
            gradient(v, result);
            return result;
        };

    private static T[,] Filled<T>(int rows, int columns, SpanAction<T> write)
        where T : IBinaryFloatingPointIeee754<T>
    {
        var values = new T[rows * columns];
        Array.Fill(values, T.NaN);
        write(values);
        return Matrix(rows, columns, (i, j) => values[i * columns + j]);
    }
}
