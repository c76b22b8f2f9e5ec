using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DiffGen.CompilerServices;

// x = 2^k (1 + f) with √½ ≤ 1 + f < √2, and log(1 + f) by the odd series of s = f / (2 + f).
public static partial class FastMath
{
    /// <summary><c>Math.Log</c> of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Log(Vector128<double> x)
    {
        return AllWithin(x, SmallestNormal, double.MaxValue) ? LogOfNormal(x, Vector128<double>.Zero, Base.E) : LogOfAny(x, Base.E);
    }

    /// <summary><c>Math.Log2</c> of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Log2(Vector128<double> x)
    {
        return AllWithin(x, SmallestNormal, double.MaxValue) ? LogOfNormal(x, Vector128<double>.Zero, Base.Two) : LogOfAny(x, Base.Two);
    }

    /// <summary><c>Math.Log10</c> of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Log10(Vector128<double> x)
    {
        return AllWithin(x, SmallestNormal, double.MaxValue) ? LogOfNormal(x, Vector128<double>.Zero, Base.Ten) : LogOfAny(x, Base.Ten);
    }

    /// <summary><c>double.LogP1</c> of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> LogP1(Vector128<double> x)
    {
        // What 1 + x loses is added again: as a part of f, or by taking x itself for f.
        Vector128<double> sum = Sum(Vector128<double>.One, x, out Vector128<double> lost);
        Vector128<double> f = SplitExponent(sum, out Vector128<double> k);
        Vector128<double> near = Vector128.Equals(k, Vector128<double>.Zero);
        f = Vector128.ConditionalSelect(near, x, f);
        // 2^-k / (1 + f) is the reciprocal of the sum, of which a few digits do.
        Vector128<double> correction = Vector128.ConditionalSelect(near, Vector128<double>.Zero, lost / sum);
        Vector128<double> result = OrArgument(x, 5e-17, NaturalLogarithm(f, k, correction));
        return AllWithin(x, -0.9999999999999999, double.MaxValue) ? result : LogOfSpecial(x + Vector128<double>.One, result);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector128<double> LogOfAny(Vector128<double> x, Base numberBase)
    {
        Vector128<double> isSubnormal = Vector128.LessThan(x, Vector128.Create(SmallestNormal));
        Vector128<double> scaled = Vector128.ConditionalSelect(isSubnormal, x * Vector128.Create((double)(1L << 54)), x);
        Vector128<double> shift = Vector128.ConditionalSelect(isSubnormal, Vector128.Create(54.0), Vector128<double>.Zero);
        return LogOfSpecial(x, LogOfNormal(scaled, shift, numberBase));
    }

    private static Vector128<double> LogOfSpecial(Vector128<double> x, Vector128<double> ofPositive)
    {
        Vector128<double> zero = Vector128<double>.Zero, infinity = Vector128.Create(double.PositiveInfinity);
        Vector128<double> special = Vector128.ConditionalSelect(Vector128.LessThan(x, zero), Vector128.Create(double.NaN), x);
        special = Vector128.ConditionalSelect(Vector128.Equals(x, zero), -infinity, special);
        return Vector128.ConditionalSelect(Vector128.GreaterThan(x, zero) & Vector128.LessThan(x, infinity), ofPositive, special);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> LogOfNormal(Vector128<double> x, Vector128<double> shift, Base numberBase)
    {
        Vector128<double> f = SplitExponent(x, out Vector128<double> k);
        k -= shift;
        return numberBase == Base.E ? NaturalLogarithm(f, k, Vector128<double>.Zero) : OtherLogarithm(f, k, numberBase);
    }

    /// <summary>f and k of a positive normal number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> SplitExponent(Vector128<double> x, out Vector128<double> k)
    {
        // The offset of 1024 keeps the exponent positive, and an integer behind 2^52 is the double that its bits say.
        Vector128<ulong> offset = x.AsUInt64() - Vector128.Create(unchecked(LeastMantissa - (1024UL << 52)));
        k = ((offset >>> 52) | Vector128.Create(0x4330000000000000UL)).AsDouble() - Vector128.Create((double)(1L << 52) + 1024);
        Vector128<ulong> mantissa = (offset & Vector128.Create((1UL << 52) - 1)) + Vector128.Create(LeastMantissa);
        return mantissa.AsDouble() - Vector128<double>.One;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> NaturalLogarithm(Vector128<double> f, Vector128<double> k, Vector128<double> correction)
    {
        Vector128<double> halfSquare = f * f * Vector128.Create(0.5);
        Vector128<double> low = LogarithmRest(f, halfSquare) + Vector128.MultiplyAddEstimate(k, Vector128.Create(Ln2Low), correction);
        return Vector128.MultiplyAddEstimate(k, Vector128.Create(Ln2High), f - (halfSquare - low));
    }

    /// <summary>log(1 + f) - f + f² / 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> LogarithmRest(Vector128<double> f, Vector128<double> halfSquare)
    {
        Vector128<double> s = f / (f + Vector128.Create(2.0)), z = s * s;
        return s * Vector128.MultiplyAddEstimate(z, LogarithmTail(z), halfSquare);
    }

    // The logarithm is taken apart, so that its product with the constant keeps its digits.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> OtherLogarithm(Vector128<double> f, Vector128<double> k, Base numberBase)
    {
        (double factorHigh, double factorLow) = numberBase == Base.Two ? (Log2EHigh, Log2ELow) : (Log10EHigh, Log10ELow);
        Vector128<double> halfSquare = f * f * Vector128.Create(0.5);
        Vector128<double> high = UpperBits(f - halfSquare, 32);
        Vector128<double> low = (f - high - halfSquare) + LogarithmRest(f, halfSquare);
        Vector128<double> productLow = Vector128.MultiplyAddEstimate(low + high, Vector128.Create(factorLow), low * Vector128.Create(factorHigh));
        Vector128<double> whole = k;
        if (numberBase == Base.Ten)
        {
            whole = k * Vector128.Create(Log10Of2High);
            productLow = Vector128.MultiplyAddEstimate(k, Vector128.Create(Log10Of2Low), productLow);
        }
        Vector128<double> sum = SumOfOrdered(whole, high * Vector128.Create(factorHigh), out Vector128<double> error);
        return sum + (error + productLow);
    }
}
