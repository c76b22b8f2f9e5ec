using System;
using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace DiffGen.CompilerServices;

/// <summary>
/// A truncated power series: the Taylor coefficients of a number that depends on one variable. For generated code.
/// </summary>
/// <remarks>
/// Coefficient k is the k-th derivative divided by k!. Coefficient 0 is the number itself, computed as the primal computes it, to the bit.
/// The others follow recurrences in time proportional to the square of the order (Griewank and Walther, Evaluating Derivatives, 2nd edition,
/// chapter 13). A number that does not depend on the variable has order 0.
/// </remarks>
/// <typeparam name="T"><c>double</c> or <c>float</c>.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public partial struct Series<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The highest order: how many coefficients there are besides the value.</summary>
    public const int MaxOrder = 31;

    private Coefficients _coefficients;
    private readonly int _order;

    private Series(T value, int order)
    {
        _coefficients[0] = value;
        _order = order;
    }

    /// <summary>The number itself.</summary>
    public readonly T Value => _coefficients[0];

    /// <summary>Coefficient <paramref name="k"/>; 0 beyond the order.</summary>
    public readonly T this[int k] => k <= _order ? _coefficients[k] : T.Zero;

    /// <summary>A variable at <paramref name="value"/> that moves by <paramref name="direction"/>.</summary>
    /// <param name="value">Coefficient 0.</param>
    /// <param name="direction">Coefficient 1.</param>
    /// <param name="order">Up to which coefficient results are wanted, at most <see cref="MaxOrder"/>.</param>
    public static Series<T> Along(T value, T direction, int order)
    {
        var series = new Series<T>(value, order);
        if (order > 0)
            series._coefficients[1] = direction;
        return series;
    }

    /// <summary>A number that does not depend on the variable.</summary>
    public static implicit operator Series<T>(T value) => new(value, 0);

    /// <summary>Writes as many coefficients as the destination has room for; 0 beyond the order.</summary>
    public readonly void CopyTo(Span<T> destination)
    {
        for (int k = 0; k < destination.Length; k++)
            destination[k] = this[k];
    }

    /// <summary>The same series in another precision.</summary>
    public readonly Series<TOther> To<TOther>()
        where TOther : unmanaged, IFloatingPointIeee754<TOther>
    {
        Series<TOther> result = Series<TOther>.Constant(TOther.CreateTruncating(Value), _order);
        for (int k = 1; k <= _order; k++)
            result = result.WithCoefficient(k, TOther.CreateTruncating(_coefficients[k]));
        return result;
    }

    internal static Series<T> Constant(T value, int order) => new(value, order);

    internal readonly Series<T> WithCoefficient(int k, T coefficient)
    {
        Series<T> result = this;
        result._coefficients[k] = coefficient;
        return result;
    }

    /// <summary>The same higher coefficients under the value that the primal function gives: formulas for the former may round the latter differently.</summary>
    public readonly Series<T> At(T value)
    {
        Series<T> result = this;
        result._coefficients[0] = value;
        return result;
    }

    private static T Number(double value) => T.CreateTruncating(value);

    private static T Count(int k) => T.CreateTruncating(k);

    /// <summary>One coefficient per order.</summary>
    [InlineArray(MaxOrder + 1)]
    private struct Coefficients
    {
        private T _first;
    }
}
