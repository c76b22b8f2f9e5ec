using System;

namespace DiffGen.CompilerServices;

// Circular and hyperbolic functions and their inverses.
public partial struct Series<T>
{
    /// <summary>The sine.</summary>
    public static Series<T> Sin(in Series<T> a) => Circle(a, T.Sin(a.Value), T.Cos(a.Value), -T.One).Sine;

    /// <summary>The cosine.</summary>
    public static Series<T> Cos(in Series<T> a) => Circle(a, T.Sin(a.Value), T.Cos(a.Value), -T.One).Cosine;

    /// <summary>sin(πa).</summary>
    public static Series<T> SinPi(in Series<T> a) => Circle(Scaled(a, T.Pi), T.SinPi(a.Value), T.CosPi(a.Value), -T.One).Sine;

    /// <summary>cos(πa).</summary>
    public static Series<T> CosPi(in Series<T> a) => Circle(Scaled(a, T.Pi), T.SinPi(a.Value), T.CosPi(a.Value), -T.One).Cosine;

    /// <summary>The hyperbolic sine.</summary>
    public static Series<T> Sinh(in Series<T> a) => Circle(a, T.Sinh(a.Value), T.Cosh(a.Value), T.One).Sine;

    /// <summary>The hyperbolic cosine.</summary>
    public static Series<T> Cosh(in Series<T> a) => Circle(a, T.Sinh(a.Value), T.Cosh(a.Value), T.One).Cosine;

    // s' = a' c, c' = sign · a' s.
    private static (Series<T> Sine, Series<T> Cosine) Circle(in Series<T> a, T sine, T cosine, T sign)
    {
        Series<T> s = new(sine, a._order), c = new(cosine, a._order);
        for (int k = 1; k <= a._order; k++)
        {
            T s1 = T.Zero, c1 = T.Zero;
            for (int j = 1; j <= k; j++)
            {
                T slope = Count(j) * a._coefficients[j];
                s1 += slope * c._coefficients[k - j];
                c1 += slope * s._coefficients[k - j];
            }
            s._coefficients[k] = s1 / Count(k);
            c._coefficients[k] = sign * c1 / Count(k);
        }
        return (s, c);
    }

    /// <summary>The tangent.</summary>
    public static Series<T> Tan(in Series<T> a) => Quotient(a, T.Tan(a.Value), T.One);

    /// <summary>tan(πa).</summary>
    public static Series<T> TanPi(in Series<T> a) => Quotient(Scaled(a, T.Pi), T.TanPi(a.Value), T.One);

    /// <summary>The hyperbolic tangent.</summary>
    public static Series<T> Tanh(in Series<T> a) => Quotient(a, T.Tanh(a.Value), -T.One);

    // y' = a' (1 + sign · y²).
    private static Series<T> Quotient(in Series<T> a, T value, T sign)
    {
        var result = new Series<T>(value, a._order);
        var slope = new Series<T>(T.One + (sign * value * value), a._order);
        for (int k = 1; k <= a._order; k++)
        {
            T sum = T.Zero;
            for (int j = 1; j <= k; j++)
                sum += Count(j) * a._coefficients[j] * slope._coefficients[k - j];
            result._coefficients[k] = sum / Count(k);
            T square = T.Zero;
            for (int j = 0; j <= k; j++)
                square += result._coefficients[j] * result._coefficients[k - j];
            slope._coefficients[k] = sign * square;
        }
        return result;
    }

    /// <summary>The arc sine.</summary>
    public static Series<T> Asin(in Series<T> a) => Integral(a, ArcSlope(a), T.Asin(a.Value));

    /// <summary>The arc cosine.</summary>
    public static Series<T> Acos(in Series<T> a) => Integral(a, -ArcSlope(a), T.Acos(a.Value));

    /// <summary>The arc sine over π.</summary>
    public static Series<T> AsinPi(in Series<T> a) => Scaled(Asin(a), T.One / T.Pi).At(T.AsinPi(a.Value));

    /// <summary>The arc cosine over π.</summary>
    public static Series<T> AcosPi(in Series<T> a) => Scaled(Acos(a), T.One / T.Pi).At(T.AcosPi(a.Value));

    // Factored, so that no digits are lost near −1 and 1.
    private static Series<T> ArcSlope(in Series<T> a) => Reciprocal(Sqrt((One - a) * (One + a)));

    /// <summary>The arc tangent.</summary>
    public static Series<T> Atan(in Series<T> a) => Integral(a, Reciprocal(One + (a * a)), T.Atan(a.Value));

    /// <summary>The arc tangent over π.</summary>
    public static Series<T> AtanPi(in Series<T> a) => Scaled(Atan(a), T.One / T.Pi).At(T.AtanPi(a.Value));

    /// <summary>The angle of the point (x, y).</summary>
    public static Series<T> Atan2(in Series<T> y, in Series<T> x)
    {
        int order = Math.Max(y._order, x._order);
        var result = new Series<T>(T.Atan2(y.Value, x.Value), order);
        Series<T> slope = ((x * Slope(y)) - (y * Slope(x))) / ((x * x) + (y * y));
        for (int k = 1; k <= order; k++)
            result._coefficients[k] = slope[k - 1] / Count(k);
        return result;
    }

    /// <summary>The angle of the point (x, y) over π.</summary>
    public static Series<T> Atan2Pi(in Series<T> y, in Series<T> x) => Scaled(Atan2(y, x), T.One / T.Pi).At(T.Atan2Pi(y.Value, x.Value));

    /// <summary>The inverse hyperbolic sine.</summary>
    public static Series<T> Asinh(in Series<T> a) => Integral(a, Reciprocal(Sqrt(One + (a * a))), T.Asinh(a.Value));

    /// <summary>The inverse hyperbolic cosine.</summary>
    public static Series<T> Acosh(in Series<T> a) => Integral(a, Reciprocal(Sqrt((a - One) * (a + One))), T.Acosh(a.Value));

    /// <summary>The inverse hyperbolic tangent.</summary>
    public static Series<T> Atanh(in Series<T> a) => Integral(a, Reciprocal((One - a) * (One + a)), T.Atanh(a.Value));

    private static Series<T> One => T.One;

    private static Series<T> Reciprocal(in Series<T> a) => One / a;

    // The derivative in the variable; its last coefficient is not known and not used.
    private static Series<T> Slope(in Series<T> a)
    {
        var result = new Series<T>(a[1], a._order);
        for (int k = 1; k < a._order; k++)
            result._coefficients[k] = Count(k + 1) * a._coefficients[k + 1];
        return result;
    }
}
