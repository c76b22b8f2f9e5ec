using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DiffGen.CompilerServices;

// Sums, products and quotients in two parts, and other pieces of all functions.
public static partial class FastMath
{
    /// <summary>c - a·b, exactly where it fits, as it does for c near a·b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Remainder(Vector256<double> a, Vector256<double> b, Vector256<double> c)
    {
        if (IsFused)
            return Vector256.MultiplyAddEstimate(-a, b, c);
        Vector256<double> product = a * b;
        return (c - product) - ProductError(a, b, product);
    }

    /// <summary>What rounding took from a product.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> ProductError(Vector256<double> a, Vector256<double> b, Vector256<double> product)
    {
        if (IsFused)
            return Vector256.MultiplyAddEstimate(a, b, -product);
        Vector256<double> aHigh = UpperBits(a, 27), bHigh = UpperBits(b, 27), aLow = a - aHigh, bLow = b - bHigh;
        return (aHigh * bHigh - product + aHigh * bLow + aLow * bHigh) + aLow * bLow;
    }

    /// <summary>The sum of a larger and a smaller number, and what rounding took from it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> SumOfOrdered(Vector256<double> larger, Vector256<double> smaller, out Vector256<double> error)
    {
        Vector256<double> sum = larger + smaller;
        error = smaller - (sum - larger);
        return sum;
    }

    /// <summary>The sum of two numbers, and what rounding took from it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Sum(Vector256<double> a, Vector256<double> b, out Vector256<double> error)
    {
        Vector256<double> sum = a + b;
        Vector256<double> ofB = sum - a;
        error = (a - (sum - ofB)) + (b - ofB);
        return sum;
    }

    /// <summary>The quotient of two numbers that are each given in two parts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Quotient(Vector256<double> numerator, Vector256<double> numeratorLow, Vector256<double> denominator,
        Vector256<double> denominatorLow, out Vector256<double> low)
    {
        Vector256<double> reciprocal = Vector256<double>.One / denominator;
        Vector256<double> quotient = numerator * reciprocal;
        Vector256<double> rest = Remainder(quotient, denominator, numerator) + Vector256.MultiplyAddEstimate(-quotient, denominatorLow, numeratorLow);
        low = rest * reciprocal;
        return quotient;
    }

    /// <summary>The number without its lowest bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> UpperBits(Vector256<double> x, int lowerBits) => (x.AsUInt64() & Vector256.Create(ulong.MaxValue << lowerBits)).AsDouble();

    /// <summary>A vector within bounds. The order of the operands keeps NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Bounded(Vector256<double> x, double low, double high) =>
        Vector256.MaxNative(Vector256.Create(low), Vector256.MinNative(Vector256.Create(high), x));

    /// <summary>Integers, given as the lowest bits of <see cref="Shifter"/> and them, become exponents: factor · 2^n.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Power(Vector256<double> shifted, double factor) =>
        ((shifted.AsInt64() << 52) + Vector256.Create(factor).AsInt64()).AsDouble();

    /// <summary>Small arguments, which odd functions return as they are: signs of zeros and subnormal numbers stay.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> OrArgument(Vector256<double> x, double threshold, Vector256<double> result) =>
        Vector256.ConditionalSelect(Vector256.LessThan(Vector256.Abs(x), Vector256.Create(threshold)), x, result);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AllWithin(Vector256<double> x, double low, double high) =>
        Vector256.EqualsAll((Vector256.GreaterThanOrEqual(x, Vector256.Create(low)) & Vector256.LessThanOrEqual(x, Vector256.Create(high))).AsInt64(), Vector256<long>.AllBitsSet);
}
