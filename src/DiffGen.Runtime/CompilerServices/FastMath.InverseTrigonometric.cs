using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DiffGen.CompilerServices;

// Angles whose tangents are at most tan(π/8), away from 0, π/4 or π/2; arcsines up to ½, others by the half angle.
public static partial class FastMath
{
    /// <summary><c>Math.Atan</c> of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Atan(Vector512<double> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Vector512.Create(Atan(x.GetLower()), Atan(x.GetUpper()));
        Vector512<double> magnitude = Vector512.MinNative(Vector512.Create(1e30), Vector512.Abs(x));
        Vector512<double> angle = AngleOf(magnitude, Vector512<double>.One, Vector512<double>.Zero);
        return OrArgument(x, SmallAngle, Vector512.CopySign(angle, x));
    }

    /// <summary><c>Math.Atan2</c> of each pair of lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Atan2(Vector512<double> y, Vector512<double> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Vector512.Create(Atan2(y.GetLower(), x.GetLower()), Atan2(y.GetUpper(), x.GetUpper()));
        Vector512<double> a = Vector512.Abs(y), b = Vector512.Abs(x);
        if (!AllWithin(a, LeastRatio, GreatestRatio) || !AllWithin(b, LeastRatio, GreatestRatio))
            return ExactMath.Atan2(y, x);
        return Vector512.CopySign(AngleOf(a, b, Vector512.LessThan(x, Vector512<double>.Zero)), y);
    }

    /// <summary><c>Math.Asin</c> of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Asin(Vector512<double> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Vector512.Create(Asin(x.GetLower()), Asin(x.GetUpper()));
        Vector512<double> magnitude = Vector512.Abs(x);
        Vector512<double> isLarge = HalfAngle(magnitude, out Vector512<double> s, out Vector512<double> low);
        // π/2 - 2 asin(s).
        Vector512<double> other = SumOfOrdered(Vector512.Create(HalfPiHigh), -(s + s), out Vector512<double> error);
        other += error + (Vector512.Create(HalfPiLow) - (low + low));
        return Vector512.CopySign(Vector512.ConditionalSelect(isLarge, other, s + low), x);
    }

    /// <summary><c>Math.Acos</c> of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Acos(Vector512<double> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Vector512.Create(Acos(x.GetLower()), Acos(x.GetUpper()));
        Vector512<double> zero = Vector512<double>.Zero;
        Vector512<double> isLarge = HalfAngle(Vector512.Abs(x), out Vector512<double> s, out Vector512<double> low);
        Vector512<double> sign = x & Vector512.Create(-0.0), isNegative = Vector512.LessThan(x, zero);
        // π/2 - asin(x); 2 asin(s), or π less it.
        Vector512<double> high = Vector512.ConditionalSelect(isLarge, Vector512.ConditionalSelect(isNegative, Vector512.Create(PiHigh), zero), Vector512.Create(HalfPiHigh));
        Vector512<double> highLow = Vector512.ConditionalSelect(isLarge, Vector512.ConditionalSelect(isNegative, Vector512.Create(PiLow), zero), Vector512.Create(HalfPiLow));
        Vector512<double> factor = Vector512.ConditionalSelect(isLarge, Vector512.Create(2.0), Vector512.Create(-1.0)) ^ sign;
        Vector512<double> sum = Sum(high, s * factor, out Vector512<double> error);
        return sum + (error + Vector512.MultiplyAddEstimate(low, factor, highLow));
    }

    /// <summary>asin(s) = s + low, where s is the argument, or √((1 - it) / 2) if it is more than a half.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> HalfAngle(Vector512<double> magnitude, out Vector512<double> s, out Vector512<double> low)
    {
        Vector512<double> isLarge = Vector512.GreaterThan(magnitude, Vector512.Create(0.5));
        Vector512<double> z = Vector512.ConditionalSelect(isLarge, (Vector512<double>.One - magnitude) * Vector512.Create(0.5), magnitude * magnitude);
        Vector512<double> root = Vector512.Sqrt(z);
        s = Vector512.ConditionalSelect(isLarge, root, magnitude);
        // Zero for the root of zero; what the root has lost otherwise.
        Vector512<double> lost = Remainder(root, root, z) / Vector512.MaxNative(root + root, Vector512.Create(SmallestNormal));
        lost = Vector512.ConditionalSelect(isLarge, lost, Vector512<double>.Zero);
        low = Vector512.MultiplyAddEstimate(s * z, ArcsineTail(z), lost);
        return isLarge;
    }

    /// <summary>The angle of (±b, a) for positive a and b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> AngleOf(Vector512<double> a, Vector512<double> b, Vector512<double> isLeft)
    {
        Vector512<double> zero = Vector512<double>.Zero, factor = Vector512.Create(TangentOfEighth);
        Vector512<double> isFlat = Vector512.LessThan(a, b * factor), isSteep = Vector512.LessThan(b, a * factor);
        Vector512<double> isBetween = ~(isFlat | isSteep);
        // The tangent of the angle from 0, π/2 or π/4 on.
        Vector512<double> difference = Sum(a, -b, out Vector512<double> differenceLow), sum = Sum(a, b, out Vector512<double> sumLow);
        Vector512<double> numerator = Vector512.ConditionalSelect(isFlat, a, Vector512.ConditionalSelect(isSteep, -b, difference));
        Vector512<double> denominator = Vector512.ConditionalSelect(isFlat, b, Vector512.ConditionalSelect(isSteep, a, sum));
        Vector512<double> tangent = Quotient(numerator, isBetween & differenceLow, denominator, isBetween & sumLow, out Vector512<double> low);

        Vector512<double> z = tangent * tangent;
        low = Vector512.MultiplyAddEstimate(tangent * z, ArctangentTail(z), low);
        Vector512<double> start = Choose(isFlat, isSteep, isLeft, 0, HalfPiHigh, QuarterPiHigh, PiHigh, ThreeQuartersPiHigh);
        Vector512<double> startLow = Choose(isFlat, isSteep, isLeft, 0, HalfPiLow, QuarterPiLow, PiLow, ThreeQuartersPiLow);
        Vector512<double> sign = isLeft & Vector512.Create(-0.0);
        Vector512<double> angle = SumOfOrdered(start, tangent ^ sign, out Vector512<double> error);
        return angle + (error + (startLow + (low ^ sign)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Choose(Vector512<double> isFlat, Vector512<double> isSteep, Vector512<double> isLeft,
        double flat, double steep, double between, double flatLeft, double betweenLeft)
    {
        Vector512<double> right = Vector512.ConditionalSelect(isFlat, Vector512.Create(flat), Vector512.Create(between));
        Vector512<double> left = Vector512.ConditionalSelect(isFlat, Vector512.Create(flatLeft), Vector512.Create(betweenLeft));
        return Vector512.ConditionalSelect(isSteep, Vector512.Create(steep), Vector512.ConditionalSelect(isLeft, left, right));
    }
}
