using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DiffGen.CompilerServices;

// Sums, products and quotients in two parts, and other pieces of all functions.
public static partial class FastMath
{
    /// <summary>c - a·b, exactly where it fits, as it does for c near a·b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> Remainder(Vector128<double> a, Vector128<double> b, Vector128<double> c)
    {
        if (IsFused)
            return Vector128.MultiplyAddEstimate(-a, b, c);
        Vector128<double> product = a * b;
        return (c - product) - ProductError(a, b, product);
    }

    /// <summary>What rounding took from a product.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> ProductError(Vector128<double> a, Vector128<double> b, Vector128<double> product)
    {
        if (IsFused)
            return Vector128.MultiplyAddEstimate(a, b, -product);
        Vector128<double> aHigh = UpperBits(a, 27), bHigh = UpperBits(b, 27), aLow = a - aHigh, bLow = b - bHigh;
        return (aHigh * bHigh - product + aHigh * bLow + aLow * bHigh) + aLow * bLow;
    }

    /// <summary>The sum of a larger and a smaller number, and what rounding took from it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> SumOfOrdered(Vector128<double> larger, Vector128<double> smaller, out Vector128<double> error)
    {
        Vector128<double> sum = larger + smaller;
        error = smaller - (sum - larger);
        return sum;
    }

    /// <summary>The sum of two numbers, and what rounding took from it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> Sum(Vector128<double> a, Vector128<double> b, out Vector128<double> error)
    {
        Vector128<double> sum = a + b;
        Vector128<double> ofB = sum - a;
        error = (a - (sum - ofB)) + (b - ofB);
        return sum;
    }

    /// <summary>The quotient of two numbers that are each given in two parts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> Quotient(Vector128<double> numerator, Vector128<double> numeratorLow, Vector128<double> denominator,
        Vector128<double> denominatorLow, out Vector128<double> low)
    {
        Vector128<double> reciprocal = Vector128<double>.One / denominator;
        Vector128<double> quotient = numerator * reciprocal;
        Vector128<double> rest = Remainder(quotient, denominator, numerator) + Vector128.MultiplyAddEstimate(-quotient, denominatorLow, numeratorLow);
        low = rest * reciprocal;
        return quotient;
    }

    /// <summary>The number without its lowest bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> UpperBits(Vector128<double> x, int lowerBits) => (x.AsUInt64() & Vector128.Create(ulong.MaxValue << lowerBits)).AsDouble();

    /// <summary>A vector within bounds. The order of the operands keeps NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> Bounded(Vector128<double> x, double low, double high) =>
        Vector128.MaxNative(Vector128.Create(low), Vector128.MinNative(Vector128.Create(high), x));

    /// <summary>Integers, given as the lowest bits of <see cref="Shifter"/> and them, become exponents: factor · 2^n.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> Power(Vector128<double> shifted, double factor) =>
        ((shifted.AsInt64() << 52) + Vector128.Create(factor).AsInt64()).AsDouble();

    /// <summary>Small arguments, which odd functions return as they are: signs of zeros and subnormal numbers stay.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> OrArgument(Vector128<double> x, double threshold, Vector128<double> result) =>
        Vector128.ConditionalSelect(Vector128.LessThan(Vector128.Abs(x), Vector128.Create(threshold)), x, result);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AllWithin(Vector128<double> x, double low, double high) =>
        Vector128.EqualsAll((Vector128.GreaterThanOrEqual(x, Vector128.Create(low)) & Vector128.LessThanOrEqual(x, Vector128.Create(high))).AsInt64(), Vector128<long>.AllBitsSet);
}
