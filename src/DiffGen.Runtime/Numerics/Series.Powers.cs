using System;

namespace DiffGen.CompilerServices;

// Roots, powers, exponentials and logarithms.
public partial struct Series<T>
{
    /// <summary>√a.</summary>
    public static Series<T> Sqrt(in Series<T> a) => Power(a, Number(0.5), T.Sqrt(a.Value));

    /// <summary>The cube root.</summary>
    public static Series<T> Cbrt(in Series<T> a) => Power(a, T.One / Number(3), T.Cbrt(a.Value));

    /// <summary>The n-th root.</summary>
    public static Series<T> RootN(in Series<T> a, int n) => Power(a, T.One / Count(n), T.RootN(a.Value, n));

    /// <summary>√(a² + b²).</summary>
    public static Series<T> Hypot(in Series<T> a, in Series<T> b)
    {
        T value = T.Hypot(a.Value, b.Value);
        if (value == T.Zero || !T.IsFinite(value))
            return Sqrt((a * a) + (b * b)).At(value);
        // Squares of what is scaled to about one neither overflow nor vanish.
        T scale = T.ScaleB(T.One, -T.ILogB(value));
        Series<T> x = Scaled(a, scale), y = Scaled(b, scale);
        return Scaled(Sqrt((x * x) + (y * y)), T.One / scale).At(value);
    }

    /// <summary>1 / √a, with the estimate as the value.</summary>
    public static Series<T> ReciprocalSqrtEstimate(in Series<T> a) => Power(a, Number(-0.5), T.One / T.Sqrt(a.Value)).At(T.ReciprocalSqrtEstimate(a.Value));

    /// <summary>a to the power b; no logarithm where b is a constant.</summary>
    public static Series<T> Pow(in Series<T> a, in Series<T> b)
    {
        T value = T.Pow(a.Value, b.Value);
        if (a.Value == T.Zero && b.Value >= T.Zero && IsConstant(a) && !IsConstant(b))
            return Step(b, value);
        return IsConstant(b) ? Power(a, b.Value, value) : Exp(b * Log(a)).At(value);
    }

    private static bool IsConstant(in Series<T> a)
    {
        for (int k = 1; k <= a._order; k++)
        {
            if (a._coefficients[k] != T.Zero)
                return false;
        }
        return true;
    }

    // y = a^p: a y' = p a' y.
    private static Series<T> Power(in Series<T> a, T p, T value)
    {
        if (a.Value == T.Zero || p == T.Zero || T.IsInfinity(a.Value))
            return PowerOfZero(a, p, value);
        var result = new Series<T>(value, a._order);
        for (int k = 1; k <= a._order; k++)
        {
            T sum = T.Zero;
            for (int j = 1; j <= k; j++)
                sum += ((Count(j) * p) - Count(k - j)) * a._coefficients[j] * result._coefficients[k - j];
            result._coefficients[k] = sum / (Count(k) * a.Value);
        }
        return result;
    }

    // At 0 and at infinity the recurrence divides by them. The series of the binomial has the powers p − m in their place, which are 0, 1 or infinite; a coefficient
    // of exactly 0 contributes exactly 0.
    private static Series<T> PowerOfZero(in Series<T> a, T p, T value)
    {
        var result = new Series<T>(value, a._order);
        Series<T> distance = a.At(T.Zero), power = new(T.One, a._order);
        T binomial = T.One;
        for (int m = 1; m <= a._order; m++)
        {
            power *= distance;
            binomial *= (p - Count(m - 1)) / Count(m);
            if (binomial == T.Zero)
                break;
            T factor = binomial * T.Pow(a.Value, p - Count(m));
            for (int k = m; k <= a._order; k++)
            {
                if (power._coefficients[k] != T.Zero)
                    result._coefficients[k] += factor * power._coefficients[k];
            }
        }
        return result;
    }

    /// <summary>eᵃ.</summary>
    public static Series<T> Exp(in Series<T> a) => Exponential(a, T.Exp(a.Value), T.One);

    /// <summary>2ᵃ.</summary>
    public static Series<T> Exp2(in Series<T> a) => Exponential(a, T.Exp2(a.Value), T.Log(Number(2)));

    /// <summary>10ᵃ.</summary>
    public static Series<T> Exp10(in Series<T> a) => Exponential(a, T.Exp10(a.Value), T.Log(Number(10)));

    /// <summary>eᵃ − 1.</summary>
    public static Series<T> ExpM1(in Series<T> a) => Exp(a).At(T.ExpM1(a.Value));

    /// <summary>2ᵃ − 1.</summary>
    public static Series<T> Exp2M1(in Series<T> a) => Exp2(a).At(T.Exp2M1(a.Value));

    /// <summary>10ᵃ − 1.</summary>
    public static Series<T> Exp10M1(in Series<T> a) => Exp10(a).At(T.Exp10M1(a.Value));

    // y' = rate · a' y.
    private static Series<T> Exponential(in Series<T> a, T value, T rate)
    {
        var result = new Series<T>(value, a._order);
        for (int k = 1; k <= a._order; k++)
        {
            T sum = T.Zero;
            for (int j = 1; j <= k; j++)
                sum += Count(j) * a._coefficients[j] * result._coefficients[k - j];
            result._coefficients[k] = rate * sum / Count(k);
        }
        return result;
    }

    /// <summary>The natural logarithm.</summary>
    public static Series<T> Log(in Series<T> a)
    {
        var result = new Series<T>(T.Log(a.Value), a._order);
        for (int k = 1; k <= a._order; k++)
        {
            T sum = T.Zero;
            for (int j = 1; j < k; j++)
                sum += Count(j) * result._coefficients[j] * a._coefficients[k - j];
            T numerator = a._coefficients[k] - (sum / Count(k));
            result._coefficients[k] = numerator == T.Zero ? T.Zero : numerator / a.Value;
        }
        return result;
    }

    /// <summary>The logarithm to a base.</summary>
    public static Series<T> Log(in Series<T> a, in Series<T> newBase) => (Log(a) / Log(newBase)).At(T.Log(a.Value, newBase.Value));

    /// <summary>The logarithm to base 2.</summary>
    public static Series<T> Log2(in Series<T> a) => Scaled(Log(a), T.One / T.Log(Number(2))).At(T.Log2(a.Value));

    /// <summary>The logarithm to base 10.</summary>
    public static Series<T> Log10(in Series<T> a) => Scaled(Log(a), T.One / T.Log(Number(10))).At(T.Log10(a.Value));

    /// <summary>log(1 + a).</summary>
    public static Series<T> LogP1(in Series<T> a) => Log((Series<T>)T.One + a).At(T.LogP1(a.Value));

    /// <summary>log₂(1 + a).</summary>
    public static Series<T> Log2P1(in Series<T> a) => Log2((Series<T>)T.One + a).At(T.Log2P1(a.Value));

    /// <summary>log₁₀(1 + a).</summary>
    public static Series<T> Log10P1(in Series<T> a) => Log10((Series<T>)T.One + a).At(T.Log10P1(a.Value));
}
