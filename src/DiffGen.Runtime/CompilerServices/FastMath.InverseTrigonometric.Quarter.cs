using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DiffGen.CompilerServices;

// Angles whose tangents are at most tan(π/8), away from 0, π/4 or π/2; arcsines up to ½, others by the half angle.
public static partial class FastMath
{
    /// <summary><c>Math.Atan</c> of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Atan(Vector128<double> x)
    {
        Vector128<double> magnitude = Vector128.MinNative(Vector128.Create(1e30), Vector128.Abs(x));
        Vector128<double> angle = AngleOf(magnitude, Vector128<double>.One, Vector128<double>.Zero);
        return OrArgument(x, SmallAngle, Vector128.CopySign(angle, x));
    }

    /// <summary><c>Math.Atan2</c> of each pair of lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Atan2(Vector128<double> y, Vector128<double> x)
    {
        Vector128<double> a = Vector128.Abs(y), b = Vector128.Abs(x);
        if (!AllWithin(a, LeastRatio, GreatestRatio) || !AllWithin(b, LeastRatio, GreatestRatio))
            return ExactMath.Atan2(y, x);
        return Vector128.CopySign(AngleOf(a, b, Vector128.LessThan(x, Vector128<double>.Zero)), y);
    }

    /// <summary><c>Math.Asin</c> of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Asin(Vector128<double> x)
    {
        Vector128<double> magnitude = Vector128.Abs(x);
        Vector128<double> isLarge = HalfAngle(magnitude, out Vector128<double> s, out Vector128<double> low);
        // π/2 - 2 asin(s).
        Vector128<double> other = SumOfOrdered(Vector128.Create(HalfPiHigh), -(s + s), out Vector128<double> error);
        other += error + (Vector128.Create(HalfPiLow) - (low + low));
        return Vector128.CopySign(Vector128.ConditionalSelect(isLarge, other, s + low), x);
    }

    /// <summary><c>Math.Acos</c> of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Acos(Vector128<double> x)
    {
        Vector128<double> zero = Vector128<double>.Zero;
        Vector128<double> isLarge = HalfAngle(Vector128.Abs(x), out Vector128<double> s, out Vector128<double> low);
        Vector128<double> sign = x & Vector128.Create(-0.0), isNegative = Vector128.LessThan(x, zero);
        // π/2 - asin(x); 2 asin(s), or π less it.
        Vector128<double> high = Vector128.ConditionalSelect(isLarge, Vector128.ConditionalSelect(isNegative, Vector128.Create(PiHigh), zero), Vector128.Create(HalfPiHigh));
        Vector128<double> highLow = Vector128.ConditionalSelect(isLarge, Vector128.ConditionalSelect(isNegative, Vector128.Create(PiLow), zero), Vector128.Create(HalfPiLow));
        Vector128<double> factor = Vector128.ConditionalSelect(isLarge, Vector128.Create(2.0), Vector128.Create(-1.0)) ^ sign;
        Vector128<double> sum = Sum(high, s * factor, out Vector128<double> error);
        return sum + (error + Vector128.MultiplyAddEstimate(low, factor, highLow));
    }

    /// <summary>asin(s) = s + low, where s is the argument, or √((1 - it) / 2) if it is more than a half.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> HalfAngle(Vector128<double> magnitude, out Vector128<double> s, out Vector128<double> low)
    {
        Vector128<double> isLarge = Vector128.GreaterThan(magnitude, Vector128.Create(0.5));
        Vector128<double> z = Vector128.ConditionalSelect(isLarge, (Vector128<double>.One - magnitude) * Vector128.Create(0.5), magnitude * magnitude);
        Vector128<double> root = Vector128.Sqrt(z);
        s = Vector128.ConditionalSelect(isLarge, root, magnitude);
        // Zero for the root of zero; what the root has lost otherwise.
        Vector128<double> lost = Remainder(root, root, z) / Vector128.MaxNative(root + root, Vector128.Create(SmallestNormal));
        lost = Vector128.ConditionalSelect(isLarge, lost, Vector128<double>.Zero);
        low = Vector128.MultiplyAddEstimate(s * z, ArcsineTail(z), lost);
        return isLarge;
    }

    /// <summary>The angle of (±b, a) for positive a and b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> AngleOf(Vector128<double> a, Vector128<double> b, Vector128<double> isLeft)
    {
        Vector128<double> zero = Vector128<double>.Zero, factor = Vector128.Create(TangentOfEighth);
        Vector128<double> isFlat = Vector128.LessThan(a, b * factor), isSteep = Vector128.LessThan(b, a * factor);
        Vector128<double> isBetween = ~(isFlat | isSteep);
        // The tangent of the angle from 0, π/2 or π/4 on.
        Vector128<double> difference = Sum(a, -b, out Vector128<double> differenceLow), sum = Sum(a, b, out Vector128<double> sumLow);
        Vector128<double> numerator = Vector128.ConditionalSelect(isFlat, a, Vector128.ConditionalSelect(isSteep, -b, difference));
        Vector128<double> denominator = Vector128.ConditionalSelect(isFlat, b, Vector128.ConditionalSelect(isSteep, a, sum));
        Vector128<double> tangent = Quotient(numerator, isBetween & differenceLow, denominator, isBetween & sumLow, out Vector128<double> low);

        Vector128<double> z = tangent * tangent;
        low = Vector128.MultiplyAddEstimate(tangent * z, ArctangentTail(z), low);
        Vector128<double> start = Choose(isFlat, isSteep, isLeft, 0, HalfPiHigh, QuarterPiHigh, PiHigh, ThreeQuartersPiHigh);
        Vector128<double> startLow = Choose(isFlat, isSteep, isLeft, 0, HalfPiLow, QuarterPiLow, PiLow, ThreeQuartersPiLow);
        Vector128<double> sign = isLeft & Vector128.Create(-0.0);
        Vector128<double> angle = SumOfOrdered(start, tangent ^ sign, out Vector128<double> error);
        return angle + (error + (startLow + (low ^ sign)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> Choose(Vector128<double> isFlat, Vector128<double> isSteep, Vector128<double> isLeft,
        double flat, double steep, double between, double flatLeft, double betweenLeft)
    {
        Vector128<double> right = Vector128.ConditionalSelect(isFlat, Vector128.Create(flat), Vector128.Create(between));
        Vector128<double> left = Vector128.ConditionalSelect(isFlat, Vector128.Create(flatLeft), Vector128.Create(betweenLeft));
        return Vector128.ConditionalSelect(isSteep, Vector128.Create(steep), Vector128.ConditionalSelect(isLeft, left, right));
    }
}
