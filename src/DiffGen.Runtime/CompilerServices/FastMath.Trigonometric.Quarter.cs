using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DiffGen.CompilerServices;

// x = n π/2 + r with |r| ≤ π/4, by parts of π/2 that are short enough for exact products.
public static partial class FastMath
{
    /// <summary><c>Math.Sin</c> of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Sin(Vector128<double> x)
    {
        if (!AllWithin(x, -GreatAngle, GreatAngle))
            return ExactMath.Sin(x);
        Vector128<long> quadrant = SinesOfRemainder(x, out Vector128<double> sine, out Vector128<double> sineLow, out Vector128<double> cosine, out Vector128<double> cosineLow);
        return OrArgument(x, SmallAngle, SineIn(quadrant, sine + sineLow, cosine + cosineLow));
    }

    /// <summary><c>Math.Cos</c> of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Cos(Vector128<double> x)
    {
        if (!AllWithin(x, -GreatAngle, GreatAngle))
            return ExactMath.Cos(x);
        Vector128<long> quadrant = SinesOfRemainder(x, out Vector128<double> sine, out Vector128<double> sineLow, out Vector128<double> cosine, out Vector128<double> cosineLow);
        return SineIn(quadrant + Vector128<long>.One, sine + sineLow, cosine + cosineLow);
    }

    /// <summary><c>Math.SinCos</c> of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector128<double> Sin, Vector128<double> Cos) SinCos(Vector128<double> x)
    {
        if (!AllWithin(x, -GreatAngle, GreatAngle))
            return ExactMath.SinCos(x);
        Vector128<long> quadrant = SinesOfRemainder(x, out Vector128<double> sine, out Vector128<double> sineLow, out Vector128<double> cosine, out Vector128<double> cosineLow);
        sine += sineLow;
        cosine += cosineLow;
        return (OrArgument(x, SmallAngle, SineIn(quadrant, sine, cosine)), SineIn(quadrant + Vector128<long>.One, sine, cosine));
    }

    /// <summary><c>Math.Tan</c> of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Tan(Vector128<double> x)
    {
        if (!AllWithin(x, -GreatAngle, GreatAngle))
            return ExactMath.Tan(x);
        Vector128<long> quadrant = SinesOfRemainder(x, out Vector128<double> sine, out Vector128<double> sineLow, out Vector128<double> cosine, out Vector128<double> cosineLow);
        sine = SumOfOrdered(sine, sineLow, out sineLow);
        cosine = SumOfOrdered(cosine, cosineLow, out cosineLow);
        Vector128<double> isOdd = IsOdd(quadrant), sign = (quadrant << 63).AsDouble();
        Vector128<double> quotient = Quotient(
            Vector128.ConditionalSelect(isOdd, cosine, sine), Vector128.ConditionalSelect(isOdd, cosineLow, sineLow),
            Vector128.ConditionalSelect(isOdd, sine, cosine), Vector128.ConditionalSelect(isOdd, sineLow, cosineLow), out Vector128<double> low);
        return OrArgument(x, SmallAngle, (quotient + low) ^ sign);
    }

    /// <summary>Sine and cosine of the remainder r, each in two parts, and n.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<long> SinesOfRemainder(Vector128<double> x, out Vector128<double> sine, out Vector128<double> sineLow,
        out Vector128<double> cosine, out Vector128<double> cosineLow)
    {
        Vector128<double> shifted = Vector128.MultiplyAddEstimate(x, Vector128.Create(0.6366197723675814), Vector128.Create(Shifter));
        Vector128<double> minusN = Vector128.Create(Shifter) - shifted;
        // Each difference is of multiples of the last bit of what is subtracted, so that its error is found exactly.
        Vector128<double> first = Vector128.MultiplyAddEstimate(minusN, Vector128.Create(HalfPi1), x);
        Vector128<double> second = Vector128.MultiplyAddEstimate(minusN, Vector128.Create(HalfPi2), first);
        Vector128<double> error = Vector128.MultiplyAddEstimate(minusN, Vector128.Create(HalfPi2), first - second);
        Vector128<double> r = Vector128.MultiplyAddEstimate(minusN, Vector128.Create(HalfPi3), second);
        error += Vector128.MultiplyAddEstimate(minusN, Vector128.Create(HalfPi3), second - r);
        error = Vector128.MultiplyAddEstimate(minusN, Vector128.Create(HalfPi4), error);

        Vector128<double> z = r * r, halfSquare = z * Vector128.Create(0.5);
        cosine = Vector128<double>.One - halfSquare;
        sine = r;
        sineLow = Vector128.MultiplyAddEstimate(r * z, SineTail(z), error * cosine);
        cosineLow = (Vector128<double>.One - cosine - halfSquare) + Vector128.MultiplyAddEstimate(z * z, CosineTail(z), -r * error);
        return shifted.AsInt64();
    }

    /// <summary>sin(n π/2 + r).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> SineIn(Vector128<long> n, Vector128<double> sine, Vector128<double> cosine)
    {
        Vector128<double> sign = ((n & Vector128.Create(2L)) << 62).AsDouble();
        return Vector128.ConditionalSelect(IsOdd(n), cosine, sine) ^ sign;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> IsOdd(Vector128<long> n) => (-(n & Vector128<long>.One)).AsDouble();
}
