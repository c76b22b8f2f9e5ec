using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DiffGen.CompilerServices;

// Angles whose tangents are at most tan(π/8), away from 0, π/4 or π/2; arcsines up to ½, others by the half angle.
public static partial class FastMath
{
    /// <summary><c>Math.Atan</c> of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Atan(Vector256<double> x)
    {
        if (!Vector256.IsHardwareAccelerated)
            return Vector256.Create(Atan(x.GetLower()), Atan(x.GetUpper()));
        Vector256<double> magnitude = Vector256.MinNative(Vector256.Create(1e30), Vector256.Abs(x));
        Vector256<double> angle = AngleOf(magnitude, Vector256<double>.One, Vector256<double>.Zero);
        return OrArgument(x, SmallAngle, Vector256.CopySign(angle, x));
    }

    /// <summary><c>Math.Atan2</c> of each pair of lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Atan2(Vector256<double> y, Vector256<double> x)
    {
        if (!Vector256.IsHardwareAccelerated)
            return Vector256.Create(Atan2(y.GetLower(), x.GetLower()), Atan2(y.GetUpper(), x.GetUpper()));
        Vector256<double> a = Vector256.Abs(y), b = Vector256.Abs(x);
        if (!AllWithin(a, LeastRatio, GreatestRatio) || !AllWithin(b, LeastRatio, GreatestRatio))
            return ExactMath.Atan2(y, x);
        return Vector256.CopySign(AngleOf(a, b, Vector256.LessThan(x, Vector256<double>.Zero)), y);
    }

    /// <summary><c>Math.Asin</c> of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Asin(Vector256<double> x)
    {
        if (!Vector256.IsHardwareAccelerated)
            return Vector256.Create(Asin(x.GetLower()), Asin(x.GetUpper()));
        Vector256<double> magnitude = Vector256.Abs(x);
        Vector256<double> isLarge = HalfAngle(magnitude, out Vector256<double> s, out Vector256<double> low);
        // π/2 - 2 asin(s).
        Vector256<double> other = SumOfOrdered(Vector256.Create(HalfPiHigh), -(s + s), out Vector256<double> error);
        other += error + (Vector256.Create(HalfPiLow) - (low + low));
        return Vector256.CopySign(Vector256.ConditionalSelect(isLarge, other, s + low), x);
    }

    /// <summary><c>Math.Acos</c> of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Acos(Vector256<double> x)
    {
        if (!Vector256.IsHardwareAccelerated)
            return Vector256.Create(Acos(x.GetLower()), Acos(x.GetUpper()));
        Vector256<double> zero = Vector256<double>.Zero;
        Vector256<double> isLarge = HalfAngle(Vector256.Abs(x), out Vector256<double> s, out Vector256<double> low);
        Vector256<double> sign = x & Vector256.Create(-0.0), isNegative = Vector256.LessThan(x, zero);
        // π/2 - asin(x); 2 asin(s), or π less it.
        Vector256<double> high = Vector256.ConditionalSelect(isLarge, Vector256.ConditionalSelect(isNegative, Vector256.Create(PiHigh), zero), Vector256.Create(HalfPiHigh));
        Vector256<double> highLow = Vector256.ConditionalSelect(isLarge, Vector256.ConditionalSelect(isNegative, Vector256.Create(PiLow), zero), Vector256.Create(HalfPiLow));
        Vector256<double> factor = Vector256.ConditionalSelect(isLarge, Vector256.Create(2.0), Vector256.Create(-1.0)) ^ sign;
        Vector256<double> sum = Sum(high, s * factor, out Vector256<double> error);
        return sum + (error + Vector256.MultiplyAddEstimate(low, factor, highLow));
    }

    /// <summary>asin(s) = s + low, where s is the argument, or √((1 - it) / 2) if it is more than a half.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> HalfAngle(Vector256<double> magnitude, out Vector256<double> s, out Vector256<double> low)
    {
        Vector256<double> isLarge = Vector256.GreaterThan(magnitude, Vector256.Create(0.5));
        Vector256<double> z = Vector256.ConditionalSelect(isLarge, (Vector256<double>.One - magnitude) * Vector256.Create(0.5), magnitude * magnitude);
        Vector256<double> root = Vector256.Sqrt(z);
        s = Vector256.ConditionalSelect(isLarge, root, magnitude);
        // Zero for the root of zero; what the root has lost otherwise.
        Vector256<double> lost = Remainder(root, root, z) / Vector256.MaxNative(root + root, Vector256.Create(SmallestNormal));
        lost = Vector256.ConditionalSelect(isLarge, lost, Vector256<double>.Zero);
        low = Vector256.MultiplyAddEstimate(s * z, ArcsineTail(z), lost);
        return isLarge;
    }

    /// <summary>The angle of (±b, a) for positive a and b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> AngleOf(Vector256<double> a, Vector256<double> b, Vector256<double> isLeft)
    {
        Vector256<double> zero = Vector256<double>.Zero, factor = Vector256.Create(TangentOfEighth);
        Vector256<double> isFlat = Vector256.LessThan(a, b * factor), isSteep = Vector256.LessThan(b, a * factor);
        Vector256<double> isBetween = ~(isFlat | isSteep);
        // The tangent of the angle from 0, π/2 or π/4 on.
        Vector256<double> difference = Sum(a, -b, out Vector256<double> differenceLow), sum = Sum(a, b, out Vector256<double> sumLow);
        Vector256<double> numerator = Vector256.ConditionalSelect(isFlat, a, Vector256.ConditionalSelect(isSteep, -b, difference));
        Vector256<double> denominator = Vector256.ConditionalSelect(isFlat, b, Vector256.ConditionalSelect(isSteep, a, sum));
        Vector256<double> tangent = Quotient(numerator, isBetween & differenceLow, denominator, isBetween & sumLow, out Vector256<double> low);

        Vector256<double> z = tangent * tangent;
        low = Vector256.MultiplyAddEstimate(tangent * z, ArctangentTail(z), low);
        Vector256<double> start = Choose(isFlat, isSteep, isLeft, 0, HalfPiHigh, QuarterPiHigh, PiHigh, ThreeQuartersPiHigh);
        Vector256<double> startLow = Choose(isFlat, isSteep, isLeft, 0, HalfPiLow, QuarterPiLow, PiLow, ThreeQuartersPiLow);
        Vector256<double> sign = isLeft & Vector256.Create(-0.0);
        Vector256<double> angle = SumOfOrdered(start, tangent ^ sign, out Vector256<double> error);
        return angle + (error + (startLow + (low ^ sign)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Choose(Vector256<double> isFlat, Vector256<double> isSteep, Vector256<double> isLeft,
        double flat, double steep, double between, double flatLeft, double betweenLeft)
    {
        Vector256<double> right = Vector256.ConditionalSelect(isFlat, Vector256.Create(flat), Vector256.Create(between));
        Vector256<double> left = Vector256.ConditionalSelect(isFlat, Vector256.Create(flatLeft), Vector256.Create(betweenLeft));
        return Vector256.ConditionalSelect(isSteep, Vector256.Create(steep), Vector256.ConditionalSelect(isLeft, left, right));
    }
}
