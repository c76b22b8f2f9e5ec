using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DiffGen.CompilerServices;

// By t = e^x - 1, which keeps its digits near zero.
public static partial class FastMath
{
    /// <summary><c>Math.Tanh</c> of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Tanh(Vector512<double> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Vector512.Create(Tanh(x.GetLower()), Tanh(x.GetUpper()));
        // -t / (2 + t) with t = e^(-2|x|) - 1.
        Vector512<double> magnitude = Vector512.MinNative(Vector512.Create(25.0), Vector512.Abs(x));
        Vector512<double> t = ExponentialLessOne(magnitude * Vector512.Create(-2.0), 1, out Vector512<double> low);
        t = SumOfOrdered(t, low, out low);
        Vector512<double> denominator = SumOfOrdered(Vector512.Create(2.0), t, out Vector512<double> denominatorLow);
        Vector512<double> quotient = Quotient(-t, -low, denominator, denominatorLow + low, out Vector512<double> rest);
        return OrArgument(x, SmallHyperbolic, Vector512.CopySign(quotient + rest, x));
    }

    /// <summary><c>Math.Sinh</c> of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Sinh(Vector512<double> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Vector512.Create(Sinh(x.GetLower()), Sinh(x.GetUpper()));
        // (t + t / (1 + t)) / 2, with a quarter of t so that nothing overflows too early.
        Vector512<double> magnitude = Vector512.MinNative(Vector512.Create(GreatHyperbolic), Vector512.Abs(x));
        Vector512<double> t = ExponentialLessOne(magnitude, 0.25, out Vector512<double> low);
        t = SumOfOrdered(t, low, out low);
        Vector512<double> denominator = Sum(t, Vector512.Create(0.25), out Vector512<double> denominatorLow);
        Vector512<double> quarter = Vector512.Create(0.25);
        Vector512<double> quotient = Quotient(t * quarter, low * quarter, denominator, denominatorLow + low, out Vector512<double> rest);
        Vector512<double> sum = SumOfOrdered(t, quotient, out Vector512<double> error);
        sum += error + (low + rest);
        return OrArgument(x, SmallHyperbolic, Vector512.CopySign(sum + sum, x));
    }

    /// <summary><c>Math.Cosh</c> of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Cosh(Vector512<double> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Vector512.Create(Cosh(x.GetLower()), Cosh(x.GetUpper()));
        Vector512<double> magnitude = Vector512.MinNative(Vector512.Create(GreatHyperbolic), Vector512.Abs(x));
        Vector512<double> quarter = ExponentialInParts(magnitude, 0.25, out Vector512<double> low);
        Vector512<double> half = quarter + (low + Vector512.Create(0.0625) / quarter);
        return half + half;
    }
}
