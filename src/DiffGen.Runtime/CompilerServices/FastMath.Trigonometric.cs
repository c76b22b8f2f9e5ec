using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DiffGen.CompilerServices;

// x = n π/2 + r with |r| ≤ π/4, by parts of π/2 that are short enough for exact products.
public static partial class FastMath
{
    /// <summary><c>Math.Sin</c> of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Sin(Vector512<double> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Vector512.Create(Sin(x.GetLower()), Sin(x.GetUpper()));
        if (!AllWithin(x, -GreatAngle, GreatAngle))
            return ExactMath.Sin(x);
        Vector512<long> quadrant = SinesOfRemainder(x, out Vector512<double> sine, out Vector512<double> sineLow, out Vector512<double> cosine, out Vector512<double> cosineLow);
        return OrArgument(x, SmallAngle, SineIn(quadrant, sine + sineLow, cosine + cosineLow));
    }

    /// <summary><c>Math.Cos</c> of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Cos(Vector512<double> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Vector512.Create(Cos(x.GetLower()), Cos(x.GetUpper()));
        if (!AllWithin(x, -GreatAngle, GreatAngle))
            return ExactMath.Cos(x);
        Vector512<long> quadrant = SinesOfRemainder(x, out Vector512<double> sine, out Vector512<double> sineLow, out Vector512<double> cosine, out Vector512<double> cosineLow);
        return SineIn(quadrant + Vector512<long>.One, sine + sineLow, cosine + cosineLow);
    }

    /// <summary><c>Math.SinCos</c> of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector512<double> Sin, Vector512<double> Cos) SinCos(Vector512<double> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Joined(SinCos(x.GetLower()), SinCos(x.GetUpper()));
        if (!AllWithin(x, -GreatAngle, GreatAngle))
            return ExactMath.SinCos(x);
        Vector512<long> quadrant = SinesOfRemainder(x, out Vector512<double> sine, out Vector512<double> sineLow, out Vector512<double> cosine, out Vector512<double> cosineLow);
        sine += sineLow;
        cosine += cosineLow;
        return (OrArgument(x, SmallAngle, SineIn(quadrant, sine, cosine)), SineIn(quadrant + Vector512<long>.One, sine, cosine));
    }

    /// <summary><c>Math.Tan</c> of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Tan(Vector512<double> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Vector512.Create(Tan(x.GetLower()), Tan(x.GetUpper()));
        if (!AllWithin(x, -GreatAngle, GreatAngle))
            return ExactMath.Tan(x);
        Vector512<long> quadrant = SinesOfRemainder(x, out Vector512<double> sine, out Vector512<double> sineLow, out Vector512<double> cosine, out Vector512<double> cosineLow);
        sine = SumOfOrdered(sine, sineLow, out sineLow);
        cosine = SumOfOrdered(cosine, cosineLow, out cosineLow);
        Vector512<double> isOdd = IsOdd(quadrant), sign = (quadrant << 63).AsDouble();
        Vector512<double> quotient = Quotient(
            Vector512.ConditionalSelect(isOdd, cosine, sine), Vector512.ConditionalSelect(isOdd, cosineLow, sineLow),
            Vector512.ConditionalSelect(isOdd, sine, cosine), Vector512.ConditionalSelect(isOdd, sineLow, cosineLow), out Vector512<double> low);
        return OrArgument(x, SmallAngle, (quotient + low) ^ sign);
    }

    /// <summary>Sine and cosine of the remainder r, each in two parts, and n.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<long> SinesOfRemainder(Vector512<double> x, out Vector512<double> sine, out Vector512<double> sineLow,
        out Vector512<double> cosine, out Vector512<double> cosineLow)
    {
        Vector512<double> shifted = Vector512.MultiplyAddEstimate(x, Vector512.Create(0.6366197723675814), Vector512.Create(Shifter));
        Vector512<double> minusN = Vector512.Create(Shifter) - shifted;
        // Each difference is of multiples of the last bit of what is subtracted, so that its error is found exactly.
        Vector512<double> first = Vector512.MultiplyAddEstimate(minusN, Vector512.Create(HalfPi1), x);
        Vector512<double> second = Vector512.MultiplyAddEstimate(minusN, Vector512.Create(HalfPi2), first);
        Vector512<double> error = Vector512.MultiplyAddEstimate(minusN, Vector512.Create(HalfPi2), first - second);
        Vector512<double> r = Vector512.MultiplyAddEstimate(minusN, Vector512.Create(HalfPi3), second);
        error += Vector512.MultiplyAddEstimate(minusN, Vector512.Create(HalfPi3), second - r);
        error = Vector512.MultiplyAddEstimate(minusN, Vector512.Create(HalfPi4), error);

        Vector512<double> z = r * r, halfSquare = z * Vector512.Create(0.5);
        cosine = Vector512<double>.One - halfSquare;
        sine = r;
        sineLow = Vector512.MultiplyAddEstimate(r * z, SineTail(z), error * cosine);
        cosineLow = (Vector512<double>.One - cosine - halfSquare) + Vector512.MultiplyAddEstimate(z * z, CosineTail(z), -r * error);
        return shifted.AsInt64();
    }

    /// <summary>sin(n π/2 + r).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> SineIn(Vector512<long> n, Vector512<double> sine, Vector512<double> cosine)
    {
        Vector512<double> sign = ((n & Vector512.Create(2L)) << 62).AsDouble();
        return Vector512.ConditionalSelect(IsOdd(n), cosine, sine) ^ sign;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> IsOdd(Vector512<long> n) => (-(n & Vector512<long>.One)).AsDouble();
}
