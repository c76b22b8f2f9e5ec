using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace DiffGen.CompilerServices;

// x = n ln 2 + r with |r| ≤ ln(2) / 2, so that e^x = 2^n e^r.
public static partial class FastMath
{
    /// <summary><c>Math.Exp</c> of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Exp(Vector256<double> x)
    {
        if (!Vector256.IsHardwareAccelerated)
            return Vector256.Create(Exp(x.GetLower()), Exp(x.GetUpper()));
        Vector256<double> r = ReduceExponent(Bounded(x, LeastExponent, GreatestExponent), out Vector256<double> shifted, out _);
        return Scaled(Vector256<double>.One + Vector256.MultiplyAddEstimate(r * r, ExponentialTail(r), r), shifted);
    }

    /// <summary><c>double.Exp2</c> of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Exp2(Vector256<double> x)
    {
        if (!Vector256.IsHardwareAccelerated)
            return Vector256.Create(Exp2(x.GetLower()), Exp2(x.GetUpper()));
        Vector256<double> bounded = Bounded(x, -1080, 1030);
        Vector256<double> shifted = bounded + Vector256.Create(Shifter);
        Vector256<double> r = bounded - (shifted - Vector256.Create(Shifter));
        return Scaled(Vector256.MultiplyAddEstimate(r, BinaryExponentialTail(r), Vector256<double>.One), shifted);
    }

    /// <summary><c>double.ExpM1</c> of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> ExpM1(Vector256<double> x)
    {
        if (!Vector256.IsHardwareAccelerated)
            return Vector256.Create(ExpM1(x.GetLower()), ExpM1(x.GetUpper()));
        // At half its size nothing overflows too early.
        Vector256<double> half = ExponentialLessOne(Bounded(x, -46, GreatestExponent), 0.5, out Vector256<double> low) + low;
        return OrArgument(x, 5e-17, half + half);
    }

    /// <summary>r, the reduced argument, and what rounding took from it; n as the lowest bits of <paramref name="shifted"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> ReduceExponent(Vector256<double> x, out Vector256<double> shifted, out Vector256<double> low)
    {
        shifted = Vector256.MultiplyAddEstimate(x, Vector256.Create(Log2E), Vector256.Create(Shifter));
        Vector256<double> n = shifted - Vector256.Create(Shifter);
        Vector256<double> high = Vector256.MultiplyAddEstimate(n, Vector256.Create(-Ln2High), x);
        Vector256<double> r = Vector256.MultiplyAddEstimate(n, Vector256.Create(-Ln2Low), high);
        low = Vector256.MultiplyAddEstimate(n, Vector256.Create(-Ln2Low), high - r);
        return r;
    }

    /// <summary>2^n times a number near one, also where the result is subnormal, zero or infinite.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Scaled(Vector256<double> value, Vector256<double> shifted)
    {
        Vector256<double> n = shifted - Vector256.Create(Shifter);
        if (Avx512F.VL.IsSupported)
            return Avx512F.VL.Scale(value, n);
        // Two factors, since 2^n itself need not exist.
        Vector256<double> half = Vector256.MultiplyAddEstimate(n, Vector256.Create(0.5), Vector256.Create(Shifter));
        Vector256<double> rest = n - (half - Vector256.Create(Shifter)) + Vector256.Create(Shifter);
        return value * Power(half, 1) * Power(rest, 1);
    }

    /// <summary>scale · (e^x - 1) in two parts, for a power of two as the scale.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> ExponentialLessOne(Vector256<double> x, double scale, out Vector256<double> low)
    {
        Vector256<double> tail = TailAndPower(x, scale, out Vector256<double> r, out Vector256<double> power);
        // Where the power is the greater of the two, what is lost is too small to matter.
        Vector256<double> difference = SumOfOrdered(Vector256.Create(-scale), power, out Vector256<double> lost);
        Vector256<double> high = SumOfOrdered(difference, power * r, out Vector256<double> error);
        low = Vector256.MultiplyAddEstimate(power, tail, error + lost);
        return high;
    }

    /// <summary>scale · e^x in two parts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> ExponentialInParts(Vector256<double> x, double scale, out Vector256<double> low)
    {
        Vector256<double> tail = TailAndPower(x, scale, out Vector256<double> r, out Vector256<double> power);
        Vector256<double> high = SumOfOrdered(power, power * r, out Vector256<double> error);
        return SumOfOrdered(high, Vector256.MultiplyAddEstimate(power, tail, error), out low);
    }

    // e^x = power / scale · (1 + r + tail).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> TailAndPower(Vector256<double> x, double scale, out Vector256<double> r, out Vector256<double> power)
    {
        r = ReduceExponent(x, out Vector256<double> shifted, out Vector256<double> rest);
        power = Power(shifted, scale);
        return Vector256.MultiplyAddEstimate(r * r, ExponentialTail(r), Vector256.MultiplyAddEstimate(rest, r, rest));
    }
}
