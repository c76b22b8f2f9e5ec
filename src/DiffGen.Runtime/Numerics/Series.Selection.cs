using System;

namespace DiffGen.CompilerServices;

// Functions that return one of their arguments, and steps. Ties are shared and kinks are flat, as in the other modes.
public partial struct Series<T>
{
    /// <summary>|a|; constant at 0.</summary>
    public static Series<T> Abs(in Series<T> a) => a.Value > T.Zero ? a : a.Value < T.Zero ? -a : Step(a, T.Abs(a.Value));

    /// <summary>The greater; half of each at a tie.</summary>
    public static Series<T> Max(in Series<T> a, in Series<T> b) => Chosen(a, b, T.Max(a.Value, b.Value), a.Value > b.Value, a.Value < b.Value);

    /// <summary>The smaller; half of each at a tie.</summary>
    public static Series<T> Min(in Series<T> a, in Series<T> b) => Chosen(a, b, T.Min(a.Value, b.Value), a.Value < b.Value, a.Value > b.Value);

    /// <summary>The argument of greater magnitude.</summary>
    public static Series<T> MaxMagnitude(in Series<T> a, in Series<T> b) => Returned(a, b, T.MaxMagnitude(a.Value, b.Value));

    /// <summary>The argument of smaller magnitude.</summary>
    public static Series<T> MinMagnitude(in Series<T> a, in Series<T> b) => Returned(a, b, T.MinMagnitude(a.Value, b.Value));

    /// <summary>The greater, ignoring NaN.</summary>
    public static Series<T> MaxNumber(in Series<T> a, in Series<T> b) => Returned(a, b, T.MaxNumber(a.Value, b.Value));

    /// <summary>The smaller, ignoring NaN.</summary>
    public static Series<T> MinNumber(in Series<T> a, in Series<T> b) => Returned(a, b, T.MinNumber(a.Value, b.Value));

    /// <summary>The argument of greater magnitude, ignoring NaN.</summary>
    public static Series<T> MaxMagnitudeNumber(in Series<T> a, in Series<T> b) => Returned(a, b, T.MaxMagnitudeNumber(a.Value, b.Value));

    /// <summary>The argument of smaller magnitude, ignoring NaN.</summary>
    public static Series<T> MinMagnitudeNumber(in Series<T> a, in Series<T> b) => Returned(a, b, T.MinMagnitudeNumber(a.Value, b.Value));

    /// <summary>The greater, as the processor has it.</summary>
    public static Series<T> MaxNative(in Series<T> a, in Series<T> b) => Returned(a, b, T.MaxNative(a.Value, b.Value));

    /// <summary>The smaller, as the processor has it.</summary>
    public static Series<T> MinNative(in Series<T> a, in Series<T> b) => Returned(a, b, T.MinNative(a.Value, b.Value));

    /// <summary>The value between two bounds, which are inclusive.</summary>
    public static Series<T> Clamp(in Series<T> a, in Series<T> low, in Series<T> high)
    {
        T value = T.Clamp(a.Value, low.Value, high.Value);
        if (T.IsNaN(value))
            return NotANumber(value, Math.Max(a._order, Math.Max(low._order, high._order)));
        return (a.Value < low.Value ? low : a.Value > high.Value ? high : a).At(value);
    }

    /// <summary>The magnitude of one number with the sign of another; constant at 0.</summary>
    public static Series<T> CopySign(in Series<T> a, in Series<T> sign)
    {
        T value = T.CopySign(a.Value, sign.Value);
        return a.Value == T.Zero ? Step(a, value) : (value == a.Value ? a : -a).At(value);
    }

    /// <summary>A value that is constant wherever it has a derivative; NaN stays NaN.</summary>
    public static Series<T> Step(in Series<T> a, T value) => T.IsNaN(a.Value) ? NotANumber(value, a._order) : new Series<T>(value, a._order);

    private static Series<T> Chosen(in Series<T> a, in Series<T> b, T value, bool first, bool second) =>
        first ? a : second ? b : a.Value == b.Value ? Scaled(a + b, Number(0.5)).At(value) : NotANumber(value, Math.Max(a._order, b._order));

    private static Series<T> Returned(in Series<T> a, in Series<T> b, T value) =>
        a.Value == b.Value ? Scaled(a + b, Number(0.5)).At(value)
        : value == a.Value ? a
        : value == b.Value ? b
        : NotANumber(value, Math.Max(a._order, b._order));

    private static Series<T> NotANumber(T value, int order)
    {
        var result = new Series<T>(value, order);
        for (int k = 1; k <= order; k++)
            result._coefficients[k] = T.NaN;
        return result;
    }
}
