using System;

namespace DiffGen.CompilerServices;

// Sums, products and quotients.
public partial struct Series<T>
{
    /// <summary>The sum.</summary>
    public static Series<T> operator +(in Series<T> a, in Series<T> b)
    {
        var result = new Series<T>(a.Value + b.Value, Math.Max(a._order, b._order));
        for (int k = 1; k <= result._order; k++)
            result._coefficients[k] = a[k] + b[k];
        return result;
    }

    /// <summary>The difference.</summary>
    public static Series<T> operator -(in Series<T> a, in Series<T> b)
    {
        var result = new Series<T>(a.Value - b.Value, Math.Max(a._order, b._order));
        for (int k = 1; k <= result._order; k++)
            result._coefficients[k] = a[k] - b[k];
        return result;
    }

    /// <summary>The negative.</summary>
    public static Series<T> operator -(in Series<T> a)
    {
        var result = new Series<T>(-a.Value, a._order);
        for (int k = 1; k <= result._order; k++)
            result._coefficients[k] = -a._coefficients[k];
        return result;
    }

    /// <summary>The product: the convolution of the coefficients.</summary>
    public static Series<T> operator *(in Series<T> a, in Series<T> b)
    {
        var result = new Series<T>(a.Value * b.Value, Math.Max(a._order, b._order));
        for (int k = 1; k <= result._order; k++)
        {
            T sum = T.Zero;
            for (int j = Math.Max(0, k - b._order); j <= Math.Min(k, a._order); j++)
                sum += a._coefficients[j] * b._coefficients[k - j];
            result._coefficients[k] = sum;
        }
        return result;
    }

    /// <summary>The quotient: a = result · b, solved coefficient by coefficient.</summary>
    public static Series<T> operator /(in Series<T> a, in Series<T> b)
    {
        var result = new Series<T>(a.Value / b.Value, Math.Max(a._order, b._order));
        for (int k = 1; k <= result._order; k++)
        {
            T sum = a[k];
            for (int j = 1; j <= Math.Min(k, b._order); j++)
                sum -= b._coefficients[j] * result._coefficients[k - j];
            result._coefficients[k] = sum / b.Value;
        }
        return result;
    }

    /// <summary>The remainder of truncated division: the quotient is a constant.</summary>
    public static Series<T> operator %(in Series<T> a, in Series<T> b) => Remainder(a, b, a.Value % b.Value);

    /// <summary>The remainder of division rounded to even.</summary>
    public static Series<T> IEEERemainder(in Series<T> a, in Series<T> b) => Remainder(a, b, T.Ieee754Remainder(a.Value, b.Value));

    // The quotient is found from the remainder, so that it is right also where a/b rounds to an integer.
    private static Series<T> Remainder(in Series<T> a, in Series<T> b, T value) =>
        (a - (Series<T>)T.Round((a.Value - value) / b.Value) * b).At(value);

    /// <summary>a · b + c; the value is rounded once.</summary>
    public static Series<T> FusedMultiplyAdd(in Series<T> a, in Series<T> b, in Series<T> c) => ((a * b) + c).At(T.FusedMultiplyAdd(a.Value, b.Value, c.Value));

    /// <summary>a · b + c.</summary>
    public static Series<T> MultiplyAddEstimate(in Series<T> a, in Series<T> b, in Series<T> c) => ((a * b) + c).At(T.MultiplyAddEstimate(a.Value, b.Value, c.Value));

    /// <summary>From <paramref name="a"/> to <paramref name="b"/> by the fraction <paramref name="t"/>.</summary>
    public static Series<T> Lerp(in Series<T> a, in Series<T> b, in Series<T> t) =>
        ((a * ((Series<T>)T.One - t)) + (b * t)).At(T.Lerp(a.Value, b.Value, t.Value));

    /// <summary>a · 2ⁿ.</summary>
    public static Series<T> ScaleB(in Series<T> a, int n)
    {
        var result = new Series<T>(T.ScaleB(a.Value, n), a._order);
        for (int k = 1; k <= a._order; k++)
            result._coefficients[k] = T.ScaleB(a._coefficients[k], n);
        return result;
    }

    /// <summary>From degrees to radians.</summary>
    public static Series<T> DegreesToRadians(in Series<T> a) => Scaled(a, T.Pi / Number(180)).At(T.DegreesToRadians(a.Value));

    /// <summary>From radians to degrees.</summary>
    public static Series<T> RadiansToDegrees(in Series<T> a) => Scaled(a, Number(180) / T.Pi).At(T.RadiansToDegrees(a.Value));

    /// <summary>1 / a, with the estimate as the value.</summary>
    public static Series<T> ReciprocalEstimate(in Series<T> a) => ((Series<T>)T.One / a).At(T.ReciprocalEstimate(a.Value));

    private static Series<T> Scaled(in Series<T> a, T factor)
    {
        var result = new Series<T>(a.Value * factor, a._order);
        for (int k = 1; k <= a._order; k++)
            result._coefficients[k] = a._coefficients[k] * factor;
        return result;
    }

    /// <summary>The function with the given value whose derivative in <paramref name="a"/> is <paramref name="derivative"/>.</summary>
    private static Series<T> Integral(in Series<T> a, in Series<T> derivative, T value)
    {
        var result = new Series<T>(value, a._order);
        for (int k = 1; k <= a._order; k++)
        {
            T sum = T.Zero;
            for (int j = 1; j <= k; j++)
            {
                // The derivative may be infinite where the argument stands still.
                if (a._coefficients[j] != T.Zero)
                    sum += Count(j) * a._coefficients[j] * derivative[k - j];
            }
            result._coefficients[k] = sum / Count(k);
        }
        return result;
    }
}
