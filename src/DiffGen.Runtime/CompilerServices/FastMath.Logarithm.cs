using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DiffGen.CompilerServices;

// x = 2^k (1 + f) with √½ ≤ 1 + f < √2, and log(1 + f) by the odd series of s = f / (2 + f).
public static partial class FastMath
{
    /// <summary><c>Math.Log</c> of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Log(Vector512<double> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Vector512.Create(Log(x.GetLower()), Log(x.GetUpper()));
        return AllWithin(x, SmallestNormal, double.MaxValue) ? LogOfNormal(x, Vector512<double>.Zero, Base.E) : LogOfAny(x, Base.E);
    }

    /// <summary><c>Math.Log2</c> of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Log2(Vector512<double> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Vector512.Create(Log2(x.GetLower()), Log2(x.GetUpper()));
        return AllWithin(x, SmallestNormal, double.MaxValue) ? LogOfNormal(x, Vector512<double>.Zero, Base.Two) : LogOfAny(x, Base.Two);
    }

    /// <summary><c>Math.Log10</c> of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Log10(Vector512<double> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Vector512.Create(Log10(x.GetLower()), Log10(x.GetUpper()));
        return AllWithin(x, SmallestNormal, double.MaxValue) ? LogOfNormal(x, Vector512<double>.Zero, Base.Ten) : LogOfAny(x, Base.Ten);
    }

    /// <summary><c>double.LogP1</c> of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> LogP1(Vector512<double> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Vector512.Create(LogP1(x.GetLower()), LogP1(x.GetUpper()));
        // What 1 + x loses is added again: as a part of f, or by taking x itself for f.
        Vector512<double> sum = Sum(Vector512<double>.One, x, out Vector512<double> lost);
        Vector512<double> f = SplitExponent(sum, out Vector512<double> k);
        Vector512<double> near = Vector512.Equals(k, Vector512<double>.Zero);
        f = Vector512.ConditionalSelect(near, x, f);
        // 2^-k / (1 + f) is the reciprocal of the sum, of which a few digits do.
        Vector512<double> correction = Vector512.ConditionalSelect(near, Vector512<double>.Zero, lost / sum);
        Vector512<double> result = OrArgument(x, 5e-17, NaturalLogarithm(f, k, correction));
        return AllWithin(x, -0.9999999999999999, double.MaxValue) ? result : LogOfSpecial(x + Vector512<double>.One, result);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector512<double> LogOfAny(Vector512<double> x, Base numberBase)
    {
        Vector512<double> isSubnormal = Vector512.LessThan(x, Vector512.Create(SmallestNormal));
        Vector512<double> scaled = Vector512.ConditionalSelect(isSubnormal, x * Vector512.Create((double)(1L << 54)), x);
        Vector512<double> shift = Vector512.ConditionalSelect(isSubnormal, Vector512.Create(54.0), Vector512<double>.Zero);
        return LogOfSpecial(x, LogOfNormal(scaled, shift, numberBase));
    }

    private static Vector512<double> LogOfSpecial(Vector512<double> x, Vector512<double> ofPositive)
    {
        Vector512<double> zero = Vector512<double>.Zero, infinity = Vector512.Create(double.PositiveInfinity);
        Vector512<double> special = Vector512.ConditionalSelect(Vector512.LessThan(x, zero), Vector512.Create(double.NaN), x);
        special = Vector512.ConditionalSelect(Vector512.Equals(x, zero), -infinity, special);
        return Vector512.ConditionalSelect(Vector512.GreaterThan(x, zero) & Vector512.LessThan(x, infinity), ofPositive, special);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> LogOfNormal(Vector512<double> x, Vector512<double> shift, Base numberBase)
    {
        Vector512<double> f = SplitExponent(x, out Vector512<double> k);
        k -= shift;
        return numberBase == Base.E ? NaturalLogarithm(f, k, Vector512<double>.Zero) : OtherLogarithm(f, k, numberBase);
    }

    /// <summary>f and k of a positive normal number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> SplitExponent(Vector512<double> x, out Vector512<double> k)
    {
        // The offset of 1024 keeps the exponent positive, and an integer behind 2^52 is the double that its bits say.
        Vector512<ulong> offset = x.AsUInt64() - Vector512.Create(unchecked(LeastMantissa - (1024UL << 52)));
        k = ((offset >>> 52) | Vector512.Create(0x4330000000000000UL)).AsDouble() - Vector512.Create((double)(1L << 52) + 1024);
        Vector512<ulong> mantissa = (offset & Vector512.Create((1UL << 52) - 1)) + Vector512.Create(LeastMantissa);
        return mantissa.AsDouble() - Vector512<double>.One;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> NaturalLogarithm(Vector512<double> f, Vector512<double> k, Vector512<double> correction)
    {
        Vector512<double> halfSquare = f * f * Vector512.Create(0.5);
        Vector512<double> low = LogarithmRest(f, halfSquare) + Vector512.MultiplyAddEstimate(k, Vector512.Create(Ln2Low), correction);
        return Vector512.MultiplyAddEstimate(k, Vector512.Create(Ln2High), f - (halfSquare - low));
    }

    /// <summary>log(1 + f) - f + f² / 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> LogarithmRest(Vector512<double> f, Vector512<double> halfSquare)
    {
        Vector512<double> s = f / (f + Vector512.Create(2.0)), z = s * s;
        return s * Vector512.MultiplyAddEstimate(z, LogarithmTail(z), halfSquare);
    }

    // The logarithm is taken apart, so that its product with the constant keeps its digits.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> OtherLogarithm(Vector512<double> f, Vector512<double> k, Base numberBase)
    {
        (double factorHigh, double factorLow) = numberBase == Base.Two ? (Log2EHigh, Log2ELow) : (Log10EHigh, Log10ELow);
        Vector512<double> halfSquare = f * f * Vector512.Create(0.5);
        Vector512<double> high = UpperBits(f - halfSquare, 32);
        Vector512<double> low = (f - high - halfSquare) + LogarithmRest(f, halfSquare);
        Vector512<double> productLow = Vector512.MultiplyAddEstimate(low + high, Vector512.Create(factorLow), low * Vector512.Create(factorHigh));
        Vector512<double> whole = k;
        if (numberBase == Base.Ten)
        {
            whole = k * Vector512.Create(Log10Of2High);
            productLow = Vector512.MultiplyAddEstimate(k, Vector512.Create(Log10Of2Low), productLow);
        }
        Vector512<double> sum = SumOfOrdered(whole, high * Vector512.Create(factorHigh), out Vector512<double> error);
        return sum + (error + productLow);
    }
}
