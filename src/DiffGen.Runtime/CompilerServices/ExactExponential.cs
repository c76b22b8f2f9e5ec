using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace DiffGen.CompilerServices;

/// <summary>When the bits of <see cref="Math.Exp"/> are known without a call, and the numbers that this takes.</summary>
internal static class ExactExponential
{
    /// <summary>1.5 · 2^52: a sum with it ends in the bits of an integer.</summary>
    public const double Shifter = 6755399441055744;

    /// <summary>8 / ln 2.</summary>
    public const double StepsPerUnit = 11.541560327111707;

    /// <summary>ln(2) / 8, whose products with the integers of the range take an argument to its remainder without rounding.</summary>
    public const double StepHigh = 0.08664339756999316;

    /// <summary>What <see cref="StepHigh"/> lacks.</summary>
    public const double StepLow = 2.8988085173078744e-18;

    /// <summary>Up to here e^x and e^-x are normal numbers.</summary>
    public const double Greatest = 700;

    /// <summary>
    /// The distance to a midpoint between two numbers, of results between 2^(-1/16) and 2^(15/16), that leaves no doubt: 0.0165 of
    /// a unit in the last place, which is 2^-52, and twice that below 1.
    /// </summary>
    /// <remarks>
    /// <para>The library is at most 0.511 units from e^x: it gives the nearest number unless a midpoint is within 0.011. Of the
    /// remaining 0.0055, the errors of high + low take 0.0030. In units of 2^-63, where |r| ≤ 0.0434 and so r² &lt; 0.0019 and the
    /// tail &lt; 0.00096: the square 0.5, the second coefficient 0.97 and the tail 0.5 from rounding, terms left out and errors
    /// of higher coefficients 0.15, together 2.12, times at most 1.835 for the power: 3.9; low, below 2^-9, 1 from its own
    /// rounding; low ± doubt 1 more. Below 1 the power is 1: 4.2. One unit of 2^-52 is 2048 of these.</para>
    /// <para>A unit next to a power of two is half as long on the lower side; <see cref="Check"/> tries the numbers nearest to m ln 2.</para>
    /// </remarks>
    public const double Doubt = 0.0165 / (1L << 52);

    private const int RandomArguments = 8192;

    private static bool s_isTrusted;

    private static bool s_isRefused;

    // What of 2^(j / 8) the entries of High lack.
    private static ReadOnlySpan<double> Low =>
    [
        0, -3.046782079812471e-17, 3.982015231465646e-17, 2.5382502794888315e-17,
        -9.667293313452913e-17, 7.949834809697621e-17, 8.199010020581497e-17, 3.283107224245627e-17,
    ];

    // 2^(j / 8).
    private static ReadOnlySpan<double> High =>
    [
        1, 1.0905077326652577, 1.189207115002721, 1.2968395546510096, 1.4142135623730951, 1.5422108254079407, 1.681792830507429, 1.8340080864093424,
    ];

    /// <summary>Whether <see cref="Check"/> has found the library to be as documented.</summary>
    public static bool IsTrusted
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => s_isTrusted;
    }

    /// <summary>Whether the library is one whose errors are documented. The answer is kept.</summary>
    public static bool Check()
    {
        // glibc since 2.28 and musl since 1.2 share one exponential.
        if (!s_isTrusted && !s_isRefused)
        {
            bool isTrusted = OperatingSystem.IsLinux() && (Fma.IsSupported || AdvSimd.Arm64.IsSupported) && Agrees(Math.Exp);
            s_isRefused = !isTrusted;
            s_isTrusted = isTrusted;
        }
        return s_isTrusted;
    }

    /// <summary>Whether a function gives the nearest number to e^x where there is no doubt which one that is.</summary>
    /// <remarks>
    /// Some 1400 of the random arguments are within a tenth of a unit of a midpoint: a library with errors of two thirds of a
    /// unit does not pass.
    /// </remarks>
    public static bool Agrees(Func<double, double> exp)
    {
        ulong random = 1;
        for (int i = 0; i < RandomArguments; i++)
        {
            random = random * 6364136223846793005 + 1442695040888963407;
            double x = (long)random / (double)(1L << (55 + i % 16));
            if (!Agrees(exp, x))
                return false;
        }
        for (int m = -1009; m <= 1009; m++)
        {
            double x = m * Math.Log(2);
            if (!Agrees(exp, x) || !Agrees(exp, Math.BitIncrement(x)) || !Agrees(exp, Math.BitDecrement(x)))
                return false;
        }
        return true;
    }

    /// <summary>2^(j / 8) in two parts for the three lowest bits j of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Power(Vector512<long> j, out Vector512<double> low)
    {
        if (Avx512F.IsSupported)
        {
            low = Avx512F.PermuteVar8x64(Vector512.Create(Low), j);
            return Avx512F.PermuteVar8x64(Vector512.Create(High), j);
        }
        Vector256<double> lower = Power(j.GetLower(), out Vector256<double> lowerLow);
        Vector256<double> upper = Power(j.GetUpper(), out Vector256<double> upperLow);
        low = Vector512.Create(lowerLow, upperLow);
        return Vector512.Create(lower, upper);
    }

    /// <inheritdoc cref="Power(Vector512{long}, out Vector512{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Power(Vector256<long> j, out Vector256<double> low)
    {
        if (Avx512F.VL.IsSupported)
        {
            low = Avx512F.VL.PermuteVar4x64x2(Vector256.Create(Low), j, Vector256.Create(Low[4..]));
            return Avx512F.VL.PermuteVar4x64x2(Vector256.Create(High), j, Vector256.Create(High[4..]));
        }
        Vector128<double> lower = Power(j.GetLower(), out Vector128<double> lowerLow);
        Vector128<double> upper = Power(j.GetUpper(), out Vector128<double> upperLow);
        low = Vector256.Create(lowerLow, upperLow);
        return Vector256.Create(lower, upper);
    }

    /// <inheritdoc cref="Power(Vector512{long}, out Vector512{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Power(Vector128<long> j, out Vector128<double> low)
    {
        int first = (int)j.GetElement(0) & 7, second = (int)j.GetElement(1) & 7;
        low = Vector128.Create(Low[first], Low[second]);
        return Vector128.Create(High[first], High[second]);
    }

    // The first call would else spend most of its time here, in code that is not optimised yet.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool Agrees(Func<double, double> exp, double x)
    {
        double nearest = ExactMath.ExpWhereCertain(Vector128.Create(x), out Vector128<double> isCertain).ToScalar();
        return isCertain.AsInt64() == default || BitConverter.DoubleToInt64Bits(exp(x)) == BitConverter.DoubleToInt64Bits(nearest);
    }
}
