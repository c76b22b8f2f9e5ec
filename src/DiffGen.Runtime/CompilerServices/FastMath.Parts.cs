using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DiffGen.CompilerServices;

// Sums, products and quotients in two parts, and other pieces of all functions.
public static partial class FastMath
{
    /// <summary>c - a·b, exactly where it fits, as it does for c near a·b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Remainder(Vector512<double> a, Vector512<double> b, Vector512<double> c)
    {
        if (IsFused)
            return Vector512.MultiplyAddEstimate(-a, b, c);
        Vector512<double> product = a * b;
        return (c - product) - ProductError(a, b, product);
    }

    /// <summary>What rounding took from a product.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> ProductError(Vector512<double> a, Vector512<double> b, Vector512<double> product)
    {
        if (IsFused)
            return Vector512.MultiplyAddEstimate(a, b, -product);
        Vector512<double> aHigh = UpperBits(a, 27), bHigh = UpperBits(b, 27), aLow = a - aHigh, bLow = b - bHigh;
        return (aHigh * bHigh - product + aHigh * bLow + aLow * bHigh) + aLow * bLow;
    }

    /// <summary>The sum of a larger and a smaller number, and what rounding took from it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> SumOfOrdered(Vector512<double> larger, Vector512<double> smaller, out Vector512<double> error)
    {
        Vector512<double> sum = larger + smaller;
        error = smaller - (sum - larger);
        return sum;
    }

    /// <summary>The sum of two numbers, and what rounding took from it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Sum(Vector512<double> a, Vector512<double> b, out Vector512<double> error)
    {
        Vector512<double> sum = a + b;
        Vector512<double> ofB = sum - a;
        error = (a - (sum - ofB)) + (b - ofB);
        return sum;
    }

    /// <summary>The quotient of two numbers that are each given in two parts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Quotient(Vector512<double> numerator, Vector512<double> numeratorLow, Vector512<double> denominator,
        Vector512<double> denominatorLow, out Vector512<double> low)
    {
        Vector512<double> reciprocal = Vector512<double>.One / denominator;
        Vector512<double> quotient = numerator * reciprocal;
        Vector512<double> rest = Remainder(quotient, denominator, numerator) + Vector512.MultiplyAddEstimate(-quotient, denominatorLow, numeratorLow);
        low = rest * reciprocal;
        return quotient;
    }

    /// <summary>The number without its lowest bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> UpperBits(Vector512<double> x, int lowerBits) => (x.AsUInt64() & Vector512.Create(ulong.MaxValue << lowerBits)).AsDouble();

    /// <summary>A vector within bounds. The order of the operands keeps NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Bounded(Vector512<double> x, double low, double high) =>
        Vector512.MaxNative(Vector512.Create(low), Vector512.MinNative(Vector512.Create(high), x));

    /// <summary>Integers, given as the lowest bits of <see cref="Shifter"/> and them, become exponents: factor · 2^n.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Power(Vector512<double> shifted, double factor) =>
        ((shifted.AsInt64() << 52) + Vector512.Create(factor).AsInt64()).AsDouble();

    /// <summary>Small arguments, which odd functions return as they are: signs of zeros and subnormal numbers stay.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> OrArgument(Vector512<double> x, double threshold, Vector512<double> result) =>
        Vector512.ConditionalSelect(Vector512.LessThan(Vector512.Abs(x), Vector512.Create(threshold)), x, result);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AllWithin(Vector512<double> x, double low, double high) =>
        Vector512.EqualsAll((Vector512.GreaterThanOrEqual(x, Vector512.Create(low)) & Vector512.LessThanOrEqual(x, Vector512.Create(high))).AsInt64(), Vector512<long>.AllBitsSet);
}
