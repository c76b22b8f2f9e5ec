using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DiffGen.CompilerServices;

// By t = e^x - 1, which keeps its digits near zero.
public static partial class FastMath
{
    /// <summary><c>Math.Tanh</c> of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Tanh(Vector128<double> x)
    {
        // -t / (2 + t) with t = e^(-2|x|) - 1.
        Vector128<double> magnitude = Vector128.MinNative(Vector128.Create(25.0), Vector128.Abs(x));
        Vector128<double> t = ExponentialLessOne(magnitude * Vector128.Create(-2.0), 1, out Vector128<double> low);
        t = SumOfOrdered(t, low, out low);
        Vector128<double> denominator = SumOfOrdered(Vector128.Create(2.0), t, out Vector128<double> denominatorLow);
        Vector128<double> quotient = Quotient(-t, -low, denominator, denominatorLow + low, out Vector128<double> rest);
        return OrArgument(x, SmallHyperbolic, Vector128.CopySign(quotient + rest, x));
    }

    /// <summary><c>Math.Sinh</c> of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Sinh(Vector128<double> x)
    {
        // (t + t / (1 + t)) / 2, with a quarter of t so that nothing overflows too early.
        Vector128<double> magnitude = Vector128.MinNative(Vector128.Create(GreatHyperbolic), Vector128.Abs(x));
        Vector128<double> t = ExponentialLessOne(magnitude, 0.25, out Vector128<double> low);
        t = SumOfOrdered(t, low, out low);
        Vector128<double> denominator = Sum(t, Vector128.Create(0.25), out Vector128<double> denominatorLow);
        Vector128<double> quarter = Vector128.Create(0.25);
        Vector128<double> quotient = Quotient(t * quarter, low * quarter, denominator, denominatorLow + low, out Vector128<double> rest);
        Vector128<double> sum = SumOfOrdered(t, quotient, out Vector128<double> error);
        sum += error + (low + rest);
        return OrArgument(x, SmallHyperbolic, Vector128.CopySign(sum + sum, x));
    }

    /// <summary><c>Math.Cosh</c> of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Cosh(Vector128<double> x)
    {
        Vector128<double> magnitude = Vector128.MinNative(Vector128.Create(GreatHyperbolic), Vector128.Abs(x));
        Vector128<double> quarter = ExponentialInParts(magnitude, 0.25, out Vector128<double> low);
        Vector128<double> half = quarter + (low + Vector128.Create(0.0625) / quarter);
        return half + half;
    }
}
