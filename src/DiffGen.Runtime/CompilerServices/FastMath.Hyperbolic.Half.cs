using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DiffGen.CompilerServices;

// By t = e^x - 1, which keeps its digits near zero.
public static partial class FastMath
{
    /// <summary><c>Math.Tanh</c> of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Tanh(Vector256<double> x)
    {
        if (!Vector256.IsHardwareAccelerated)
            return Vector256.Create(Tanh(x.GetLower()), Tanh(x.GetUpper()));
        // -t / (2 + t) with t = e^(-2|x|) - 1.
        Vector256<double> magnitude = Vector256.MinNative(Vector256.Create(25.0), Vector256.Abs(x));
        Vector256<double> t = ExponentialLessOne(magnitude * Vector256.Create(-2.0), 1, out Vector256<double> low);
        t = SumOfOrdered(t, low, out low);
        Vector256<double> denominator = SumOfOrdered(Vector256.Create(2.0), t, out Vector256<double> denominatorLow);
        Vector256<double> quotient = Quotient(-t, -low, denominator, denominatorLow + low, out Vector256<double> rest);
        return OrArgument(x, SmallHyperbolic, Vector256.CopySign(quotient + rest, x));
    }

    /// <summary><c>Math.Sinh</c> of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Sinh(Vector256<double> x)
    {
        if (!Vector256.IsHardwareAccelerated)
            return Vector256.Create(Sinh(x.GetLower()), Sinh(x.GetUpper()));
        // (t + t / (1 + t)) / 2, with a quarter of t so that nothing overflows too early.
        Vector256<double> magnitude = Vector256.MinNative(Vector256.Create(GreatHyperbolic), Vector256.Abs(x));
        Vector256<double> t = ExponentialLessOne(magnitude, 0.25, out Vector256<double> low);
        t = SumOfOrdered(t, low, out low);
        Vector256<double> denominator = Sum(t, Vector256.Create(0.25), out Vector256<double> denominatorLow);
        Vector256<double> quarter = Vector256.Create(0.25);
        Vector256<double> quotient = Quotient(t * quarter, low * quarter, denominator, denominatorLow + low, out Vector256<double> rest);
        Vector256<double> sum = SumOfOrdered(t, quotient, out Vector256<double> error);
        sum += error + (low + rest);
        return OrArgument(x, SmallHyperbolic, Vector256.CopySign(sum + sum, x));
    }

    /// <summary><c>Math.Cosh</c> of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Cosh(Vector256<double> x)
    {
        if (!Vector256.IsHardwareAccelerated)
            return Vector256.Create(Cosh(x.GetLower()), Cosh(x.GetUpper()));
        Vector256<double> magnitude = Vector256.MinNative(Vector256.Create(GreatHyperbolic), Vector256.Abs(x));
        Vector256<double> quarter = ExponentialInParts(magnitude, 0.25, out Vector256<double> low);
        Vector256<double> half = quarter + (low + Vector256.Create(0.0625) / quarter);
        return half + half;
    }
}
