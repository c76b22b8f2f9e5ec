using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DiffGen.CompilerServices;

// x = n π/2 + r with |r| ≤ π/4, by parts of π/2 that are short enough for exact products.
public static partial class FastMath
{
    /// <summary><c>Math.Sin</c> of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Sin(Vector256<double> x)
    {
        if (!Vector256.IsHardwareAccelerated)
            return Vector256.Create(Sin(x.GetLower()), Sin(x.GetUpper()));
        if (!AllWithin(x, -GreatAngle, GreatAngle))
            return ExactMath.Sin(x);
        Vector256<long> quadrant = SinesOfRemainder(x, out Vector256<double> sine, out Vector256<double> sineLow, out Vector256<double> cosine, out Vector256<double> cosineLow);
        return OrArgument(x, SmallAngle, SineIn(quadrant, sine + sineLow, cosine + cosineLow));
    }

    /// <summary><c>Math.Cos</c> of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Cos(Vector256<double> x)
    {
        if (!Vector256.IsHardwareAccelerated)
            return Vector256.Create(Cos(x.GetLower()), Cos(x.GetUpper()));
        if (!AllWithin(x, -GreatAngle, GreatAngle))
            return ExactMath.Cos(x);
        Vector256<long> quadrant = SinesOfRemainder(x, out Vector256<double> sine, out Vector256<double> sineLow, out Vector256<double> cosine, out Vector256<double> cosineLow);
        return SineIn(quadrant + Vector256<long>.One, sine + sineLow, cosine + cosineLow);
    }

    /// <summary><c>Math.SinCos</c> of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector256<double> Sin, Vector256<double> Cos) SinCos(Vector256<double> x)
    {
        if (!Vector256.IsHardwareAccelerated)
            return Joined(SinCos(x.GetLower()), SinCos(x.GetUpper()));
        if (!AllWithin(x, -GreatAngle, GreatAngle))
            return ExactMath.SinCos(x);
        Vector256<long> quadrant = SinesOfRemainder(x, out Vector256<double> sine, out Vector256<double> sineLow, out Vector256<double> cosine, out Vector256<double> cosineLow);
        sine += sineLow;
        cosine += cosineLow;
        return (OrArgument(x, SmallAngle, SineIn(quadrant, sine, cosine)), SineIn(quadrant + Vector256<long>.One, sine, cosine));
    }

    /// <summary><c>Math.Tan</c> of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Tan(Vector256<double> x)
    {
        if (!Vector256.IsHardwareAccelerated)
            return Vector256.Create(Tan(x.GetLower()), Tan(x.GetUpper()));
        if (!AllWithin(x, -GreatAngle, GreatAngle))
            return ExactMath.Tan(x);
        Vector256<long> quadrant = SinesOfRemainder(x, out Vector256<double> sine, out Vector256<double> sineLow, out Vector256<double> cosine, out Vector256<double> cosineLow);
        sine = SumOfOrdered(sine, sineLow, out sineLow);
        cosine = SumOfOrdered(cosine, cosineLow, out cosineLow);
        Vector256<double> isOdd = IsOdd(quadrant), sign = (quadrant << 63).AsDouble();
        Vector256<double> quotient = Quotient(
            Vector256.ConditionalSelect(isOdd, cosine, sine), Vector256.ConditionalSelect(isOdd, cosineLow, sineLow),
            Vector256.ConditionalSelect(isOdd, sine, cosine), Vector256.ConditionalSelect(isOdd, sineLow, cosineLow), out Vector256<double> low);
        return OrArgument(x, SmallAngle, (quotient + low) ^ sign);
    }

    /// <summary>Sine and cosine of the remainder r, each in two parts, and n.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<long> SinesOfRemainder(Vector256<double> x, out Vector256<double> sine, out Vector256<double> sineLow,
        out Vector256<double> cosine, out Vector256<double> cosineLow)
    {
        Vector256<double> shifted = Vector256.MultiplyAddEstimate(x, Vector256.Create(0.6366197723675814), Vector256.Create(Shifter));
        Vector256<double> minusN = Vector256.Create(Shifter) - shifted;
        // Each difference is of multiples of the last bit of what is subtracted, so that its error is found exactly.
        Vector256<double> first = Vector256.MultiplyAddEstimate(minusN, Vector256.Create(HalfPi1), x);
        Vector256<double> second = Vector256.MultiplyAddEstimate(minusN, Vector256.Create(HalfPi2), first);
        Vector256<double> error = Vector256.MultiplyAddEstimate(minusN, Vector256.Create(HalfPi2), first - second);
        Vector256<double> r = Vector256.MultiplyAddEstimate(minusN, Vector256.Create(HalfPi3), second);
        error += Vector256.MultiplyAddEstimate(minusN, Vector256.Create(HalfPi3), second - r);
        error = Vector256.MultiplyAddEstimate(minusN, Vector256.Create(HalfPi4), error);

        Vector256<double> z = r * r, halfSquare = z * Vector256.Create(0.5);
        cosine = Vector256<double>.One - halfSquare;
        sine = r;
        sineLow = Vector256.MultiplyAddEstimate(r * z, SineTail(z), error * cosine);
        cosineLow = (Vector256<double>.One - cosine - halfSquare) + Vector256.MultiplyAddEstimate(z * z, CosineTail(z), -r * error);
        return shifted.AsInt64();
    }

    /// <summary>sin(n π/2 + r).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> SineIn(Vector256<long> n, Vector256<double> sine, Vector256<double> cosine)
    {
        Vector256<double> sign = ((n & Vector256.Create(2L)) << 62).AsDouble();
        return Vector256.ConditionalSelect(IsOdd(n), cosine, sine) ^ sign;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> IsOdd(Vector256<long> n) => (-(n & Vector256<long>.One)).AsDouble();
}
