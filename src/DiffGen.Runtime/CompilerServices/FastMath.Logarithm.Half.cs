using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DiffGen.CompilerServices;

// x = 2^k (1 + f) with √½ ≤ 1 + f < √2, and log(1 + f) by the odd series of s = f / (2 + f).
public static partial class FastMath
{
    /// <summary><c>Math.Log</c> of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Log(Vector256<double> x)
    {
        if (!Vector256.IsHardwareAccelerated)
            return Vector256.Create(Log(x.GetLower()), Log(x.GetUpper()));
        return AllWithin(x, SmallestNormal, double.MaxValue) ? LogOfNormal(x, Vector256<double>.Zero, Base.E) : LogOfAny(x, Base.E);
    }

    /// <summary><c>Math.Log2</c> of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Log2(Vector256<double> x)
    {
        if (!Vector256.IsHardwareAccelerated)
            return Vector256.Create(Log2(x.GetLower()), Log2(x.GetUpper()));
        return AllWithin(x, SmallestNormal, double.MaxValue) ? LogOfNormal(x, Vector256<double>.Zero, Base.Two) : LogOfAny(x, Base.Two);
    }

    /// <summary><c>Math.Log10</c> of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Log10(Vector256<double> x)
    {
        if (!Vector256.IsHardwareAccelerated)
            return Vector256.Create(Log10(x.GetLower()), Log10(x.GetUpper()));
        return AllWithin(x, SmallestNormal, double.MaxValue) ? LogOfNormal(x, Vector256<double>.Zero, Base.Ten) : LogOfAny(x, Base.Ten);
    }

    /// <summary><c>double.LogP1</c> of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> LogP1(Vector256<double> x)
    {
        if (!Vector256.IsHardwareAccelerated)
            return Vector256.Create(LogP1(x.GetLower()), LogP1(x.GetUpper()));
        // What 1 + x loses is added again: as a part of f, or by taking x itself for f.
        Vector256<double> sum = Sum(Vector256<double>.One, x, out Vector256<double> lost);
        Vector256<double> f = SplitExponent(sum, out Vector256<double> k);
        Vector256<double> near = Vector256.Equals(k, Vector256<double>.Zero);
        f = Vector256.ConditionalSelect(near, x, f);
        // 2^-k / (1 + f) is the reciprocal of the sum, of which a few digits do.
        Vector256<double> correction = Vector256.ConditionalSelect(near, Vector256<double>.Zero, lost / sum);
        Vector256<double> result = OrArgument(x, 5e-17, NaturalLogarithm(f, k, correction));
        return AllWithin(x, -0.9999999999999999, double.MaxValue) ? result : LogOfSpecial(x + Vector256<double>.One, result);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector256<double> LogOfAny(Vector256<double> x, Base numberBase)
    {
        Vector256<double> isSubnormal = Vector256.LessThan(x, Vector256.Create(SmallestNormal));
        Vector256<double> scaled = Vector256.ConditionalSelect(isSubnormal, x * Vector256.Create((double)(1L << 54)), x);
        Vector256<double> shift = Vector256.ConditionalSelect(isSubnormal, Vector256.Create(54.0), Vector256<double>.Zero);
        return LogOfSpecial(x, LogOfNormal(scaled, shift, numberBase));
    }

    private static Vector256<double> LogOfSpecial(Vector256<double> x, Vector256<double> ofPositive)
    {
        Vector256<double> zero = Vector256<double>.Zero, infinity = Vector256.Create(double.PositiveInfinity);
        Vector256<double> special = Vector256.ConditionalSelect(Vector256.LessThan(x, zero), Vector256.Create(double.NaN), x);
        special = Vector256.ConditionalSelect(Vector256.Equals(x, zero), -infinity, special);
        return Vector256.ConditionalSelect(Vector256.GreaterThan(x, zero) & Vector256.LessThan(x, infinity), ofPositive, special);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> LogOfNormal(Vector256<double> x, Vector256<double> shift, Base numberBase)
    {
        Vector256<double> f = SplitExponent(x, out Vector256<double> k);
        k -= shift;
        return numberBase == Base.E ? NaturalLogarithm(f, k, Vector256<double>.Zero) : OtherLogarithm(f, k, numberBase);
    }

    /// <summary>f and k of a positive normal number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> SplitExponent(Vector256<double> x, out Vector256<double> k)
    {
        // The offset of 1024 keeps the exponent positive, and an integer behind 2^52 is the double that its bits say.
        Vector256<ulong> offset = x.AsUInt64() - Vector256.Create(unchecked(LeastMantissa - (1024UL << 52)));
        k = ((offset >>> 52) | Vector256.Create(0x4330000000000000UL)).AsDouble() - Vector256.Create((double)(1L << 52) + 1024);
        Vector256<ulong> mantissa = (offset & Vector256.Create((1UL << 52) - 1)) + Vector256.Create(LeastMantissa);
        return mantissa.AsDouble() - Vector256<double>.One;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> NaturalLogarithm(Vector256<double> f, Vector256<double> k, Vector256<double> correction)
    {
        Vector256<double> halfSquare = f * f * Vector256.Create(0.5);
        Vector256<double> low = LogarithmRest(f, halfSquare) + Vector256.MultiplyAddEstimate(k, Vector256.Create(Ln2Low), correction);
        return Vector256.MultiplyAddEstimate(k, Vector256.Create(Ln2High), f - (halfSquare - low));
    }

    /// <summary>log(1 + f) - f + f² / 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> LogarithmRest(Vector256<double> f, Vector256<double> halfSquare)
    {
        Vector256<double> s = f / (f + Vector256.Create(2.0)), z = s * s;
        return s * Vector256.MultiplyAddEstimate(z, LogarithmTail(z), halfSquare);
    }

    // The logarithm is taken apart, so that its product with the constant keeps its digits.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> OtherLogarithm(Vector256<double> f, Vector256<double> k, Base numberBase)
    {
        (double factorHigh, double factorLow) = numberBase == Base.Two ? (Log2EHigh, Log2ELow) : (Log10EHigh, Log10ELow);
        Vector256<double> halfSquare = f * f * Vector256.Create(0.5);
        Vector256<double> high = UpperBits(f - halfSquare, 32);
        Vector256<double> low = (f - high - halfSquare) + LogarithmRest(f, halfSquare);
        Vector256<double> productLow = Vector256.MultiplyAddEstimate(low + high, Vector256.Create(factorLow), low * Vector256.Create(factorHigh));
        Vector256<double> whole = k;
        if (numberBase == Base.Ten)
        {
            whole = k * Vector256.Create(Log10Of2High);
            productLow = Vector256.MultiplyAddEstimate(k, Vector256.Create(Log10Of2Low), productLow);
        }
        Vector256<double> sum = SumOfOrdered(whole, high * Vector256.Create(factorHigh), out Vector256<double> error);
        return sum + (error + productLow);
    }
}
