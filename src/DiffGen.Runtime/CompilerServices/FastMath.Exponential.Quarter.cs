using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace DiffGen.CompilerServices;

// x = n ln 2 + r with |r| ≤ ln(2) / 2, so that e^x = 2^n e^r.
public static partial class FastMath
{
    /// <summary><c>Math.Exp</c> of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Exp(Vector128<double> x)
    {
        Vector128<double> r = ReduceExponent(Bounded(x, LeastExponent, GreatestExponent), out Vector128<double> shifted, out _);
        return Scaled(Vector128<double>.One + Vector128.MultiplyAddEstimate(r * r, ExponentialTail(r), r), shifted);
    }

    /// <summary><c>double.Exp2</c> of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Exp2(Vector128<double> x)
    {
        Vector128<double> bounded = Bounded(x, -1080, 1030);
        Vector128<double> shifted = bounded + Vector128.Create(Shifter);
        Vector128<double> r = bounded - (shifted - Vector128.Create(Shifter));
        return Scaled(Vector128.MultiplyAddEstimate(r, BinaryExponentialTail(r), Vector128<double>.One), shifted);
    }

    /// <summary><c>double.ExpM1</c> of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> ExpM1(Vector128<double> x)
    {
        // At half its size nothing overflows too early.
        Vector128<double> half = ExponentialLessOne(Bounded(x, -46, GreatestExponent), 0.5, out Vector128<double> low) + low;
        return OrArgument(x, 5e-17, half + half);
    }

    /// <summary>r, the reduced argument, and what rounding took from it; n as the lowest bits of <paramref name="shifted"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> ReduceExponent(Vector128<double> x, out Vector128<double> shifted, out Vector128<double> low)
    {
        shifted = Vector128.MultiplyAddEstimate(x, Vector128.Create(Log2E), Vector128.Create(Shifter));
        Vector128<double> n = shifted - Vector128.Create(Shifter);
        Vector128<double> high = Vector128.MultiplyAddEstimate(n, Vector128.Create(-Ln2High), x);
        Vector128<double> r = Vector128.MultiplyAddEstimate(n, Vector128.Create(-Ln2Low), high);
        low = Vector128.MultiplyAddEstimate(n, Vector128.Create(-Ln2Low), high - r);
        return r;
    }

    /// <summary>2^n times a number near one, also where the result is subnormal, zero or infinite.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> Scaled(Vector128<double> value, Vector128<double> shifted)
    {
        Vector128<double> n = shifted - Vector128.Create(Shifter);
        if (Avx512F.VL.IsSupported)
            return Avx512F.VL.Scale(value, n);
        // Two factors, since 2^n itself need not exist.
        Vector128<double> half = Vector128.MultiplyAddEstimate(n, Vector128.Create(0.5), Vector128.Create(Shifter));
        Vector128<double> rest = n - (half - Vector128.Create(Shifter)) + Vector128.Create(Shifter);
        return value * Power(half, 1) * Power(rest, 1);
    }

    /// <summary>scale · (e^x - 1) in two parts, for a power of two as the scale.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> ExponentialLessOne(Vector128<double> x, double scale, out Vector128<double> low)
    {
        Vector128<double> tail = TailAndPower(x, scale, out Vector128<double> r, out Vector128<double> power);
        // Where the power is the greater of the two, what is lost is too small to matter.
        Vector128<double> difference = SumOfOrdered(Vector128.Create(-scale), power, out Vector128<double> lost);
        Vector128<double> high = SumOfOrdered(difference, power * r, out Vector128<double> error);
        low = Vector128.MultiplyAddEstimate(power, tail, error + lost);
        return high;
    }

    /// <summary>scale · e^x in two parts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> ExponentialInParts(Vector128<double> x, double scale, out Vector128<double> low)
    {
        Vector128<double> tail = TailAndPower(x, scale, out Vector128<double> r, out Vector128<double> power);
        Vector128<double> high = SumOfOrdered(power, power * r, out Vector128<double> error);
        return SumOfOrdered(high, Vector128.MultiplyAddEstimate(power, tail, error), out low);
    }

    // e^x = power / scale · (1 + r + tail).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> TailAndPower(Vector128<double> x, double scale, out Vector128<double> r, out Vector128<double> power)
    {
        r = ReduceExponent(x, out Vector128<double> shifted, out Vector128<double> rest);
        power = Power(shifted, scale);
        return Vector128.MultiplyAddEstimate(r * r, ExponentialTail(r), Vector128.MultiplyAddEstimate(rest, r, rest));
    }
}
