using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace DiffGen.CompilerServices;

// x = n ln 2 + r with |r| ≤ ln(2) / 2, so that e^x = 2^n e^r.
public static partial class FastMath
{
    /// <summary><c>Math.Exp</c> of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Exp(Vector512<double> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Vector512.Create(Exp(x.GetLower()), Exp(x.GetUpper()));
        Vector512<double> r = ReduceExponent(Bounded(x, LeastExponent, GreatestExponent), out Vector512<double> shifted, out _);
        return Scaled(Vector512<double>.One + Vector512.MultiplyAddEstimate(r * r, ExponentialTail(r), r), shifted);
    }

    /// <summary><c>double.Exp2</c> of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Exp2(Vector512<double> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Vector512.Create(Exp2(x.GetLower()), Exp2(x.GetUpper()));
        Vector512<double> bounded = Bounded(x, -1080, 1030);
        Vector512<double> shifted = bounded + Vector512.Create(Shifter);
        Vector512<double> r = bounded - (shifted - Vector512.Create(Shifter));
        return Scaled(Vector512.MultiplyAddEstimate(r, BinaryExponentialTail(r), Vector512<double>.One), shifted);
    }

    /// <summary><c>double.ExpM1</c> of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> ExpM1(Vector512<double> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Vector512.Create(ExpM1(x.GetLower()), ExpM1(x.GetUpper()));
        // At half its size nothing overflows too early.
        Vector512<double> half = ExponentialLessOne(Bounded(x, -46, GreatestExponent), 0.5, out Vector512<double> low) + low;
        return OrArgument(x, 5e-17, half + half);
    }

    /// <summary>r, the reduced argument, and what rounding took from it; n as the lowest bits of <paramref name="shifted"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> ReduceExponent(Vector512<double> x, out Vector512<double> shifted, out Vector512<double> low)
    {
        shifted = Vector512.MultiplyAddEstimate(x, Vector512.Create(Log2E), Vector512.Create(Shifter));
        Vector512<double> n = shifted - Vector512.Create(Shifter);
        Vector512<double> high = Vector512.MultiplyAddEstimate(n, Vector512.Create(-Ln2High), x);
        Vector512<double> r = Vector512.MultiplyAddEstimate(n, Vector512.Create(-Ln2Low), high);
        low = Vector512.MultiplyAddEstimate(n, Vector512.Create(-Ln2Low), high - r);
        return r;
    }

    /// <summary>2^n times a number near one, also where the result is subnormal, zero or infinite.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Scaled(Vector512<double> value, Vector512<double> shifted)
    {
        Vector512<double> n = shifted - Vector512.Create(Shifter);
        if (Avx512F.IsSupported)
            return Avx512F.Scale(value, n);
        // Two factors, since 2^n itself need not exist.
        Vector512<double> half = Vector512.MultiplyAddEstimate(n, Vector512.Create(0.5), Vector512.Create(Shifter));
        Vector512<double> rest = n - (half - Vector512.Create(Shifter)) + Vector512.Create(Shifter);
        return value * Power(half, 1) * Power(rest, 1);
    }

    /// <summary>scale · (e^x - 1) in two parts, for a power of two as the scale.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> ExponentialLessOne(Vector512<double> x, double scale, out Vector512<double> low)
    {
        Vector512<double> tail = TailAndPower(x, scale, out Vector512<double> r, out Vector512<double> power);
        // Where the power is the greater of the two, what is lost is too small to matter.
        Vector512<double> difference = SumOfOrdered(Vector512.Create(-scale), power, out Vector512<double> lost);
        Vector512<double> high = SumOfOrdered(difference, power * r, out Vector512<double> error);
        low = Vector512.MultiplyAddEstimate(power, tail, error + lost);
        return high;
    }

    /// <summary>scale · e^x in two parts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> ExponentialInParts(Vector512<double> x, double scale, out Vector512<double> low)
    {
        Vector512<double> tail = TailAndPower(x, scale, out Vector512<double> r, out Vector512<double> power);
        Vector512<double> high = SumOfOrdered(power, power * r, out Vector512<double> error);
        return SumOfOrdered(high, Vector512.MultiplyAddEstimate(power, tail, error), out low);
    }

    // e^x = power / scale · (1 + r + tail).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> TailAndPower(Vector512<double> x, double scale, out Vector512<double> r, out Vector512<double> power)
    {
        r = ReduceExponent(x, out Vector512<double> shifted, out Vector512<double> rest);
        power = Power(shifted, scale);
        return Vector512.MultiplyAddEstimate(r * r, ExponentialTail(r), Vector512.MultiplyAddEstimate(rest, r, rest));
    }
}
