using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DiffGen.CompilerServices;

// x^y = e^(y log x) with the logarithm in two parts; the cube root by Newton's method for 1 / ∛m, where nothing is divided.
public static partial class FastMath
{
    /// <summary><c>Math.Pow</c> of each pair of lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Pow(Vector512<double> x, Vector512<double> y)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Vector512.Create(Pow(x.GetLower(), y.GetLower()), Pow(x.GetUpper(), y.GetUpper()));
        if (!AllWithin(x, SmallestNormal, double.MaxValue) || !AllWithin(y, -GreatPower, GreatPower))
            return ExactMath.Pow(x, y);
        Vector512<double> logarithm = LogarithmInParts(x, out Vector512<double> logarithmLow);
        Vector512<double> product = y * logarithm;
        Vector512<double> low = Vector512.MultiplyAddEstimate(y, logarithmLow, ProductError(y, logarithm, product));
        Vector512<double> isFinite = Vector512.LessThan(Vector512.Abs(product), Vector512.Create(800.0));
        Vector512<double> r = ReduceExponent(Bounded(product, LeastExponent, GreatestExponent), out Vector512<double> shifted, out Vector512<double> rest);
        Vector512<double> high = SumOfOrdered(Vector512<double>.One, r, out Vector512<double> error);
        Vector512<double> tail = Vector512.MultiplyAddEstimate(r * r, ExponentialTail(r), error);
        return Scaled(high + Vector512.MultiplyAddEstimate(rest + (isFinite & low), high + tail, tail), shifted);
    }

    /// <summary><c>Math.Cbrt</c> of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Cbrt(Vector512<double> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Vector512.Create(Cbrt(x.GetLower()), Cbrt(x.GetUpper()));
        Vector512<double> magnitude = Vector512.Abs(x);
        if (AllWithin(magnitude, SmallestNormal, double.MaxValue))
            return Vector512.CopySign(CubeRootOfNormal(magnitude), x);
        return CubeRootOfAny(x);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector512<double> CubeRootOfAny(Vector512<double> x)
    {
        Vector512<double> magnitude = Vector512.Abs(x), isSubnormal = Vector512.LessThan(magnitude, Vector512.Create(SmallestNormal));
        Vector512<double> scaled = Vector512.ConditionalSelect(isSubnormal, magnitude * Vector512.Create((double)(1L << 54)), magnitude);
        Vector512<double> root = CubeRootOfNormal(scaled);
        root = Vector512.ConditionalSelect(isSubnormal, root * Vector512.Create(1.0 / (1 << 18)), root);
        Vector512<double> hasRoot = Vector512.GreaterThan(magnitude, Vector512<double>.Zero) & Vector512.LessThan(magnitude, Vector512.Create(double.PositiveInfinity));
        return Vector512.ConditionalSelect(hasRoot, Vector512.CopySign(root, x), x);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> CubeRootOfNormal(Vector512<double> x)
    {
        // x = 2^(3q) m with 1 ≤ m < 8. Half a third more keeps rounding away from integers.
        Vector512<long> bits = x.AsInt64();
        Vector512<double> exponent = ((bits >>> 52) | Vector512.Create(0x4330000000000000L)).AsDouble() - Vector512.Create((double)(1L << 52) + 1023);
        Vector512<double> q = Vector512.Floor(Vector512.MultiplyAddEstimate(exponent, Vector512.Create(1.0 / 3), Vector512.Create(1.0 / 6))) + Vector512.Create(Shifter);
        Vector512<long> shift = q.AsInt64() << 52;
        Vector512<double> m = (bits - (shift + shift + shift)).AsDouble();

        Vector512<double> w = Refined(Refined(ReciprocalCubeRoot(m), m), m);
        Vector512<double> square = w * w, root = m * square;
        // One more step for the root itself, whose cube needs all digits.
        Vector512<double> rootSquare = root * root, squareLow = ProductError(root, root, rootSquare);
        Vector512<double> rest = Vector512.MultiplyAddEstimate(-root, squareLow, Remainder(root, rootSquare, m));
        root = Vector512.MultiplyAddEstimate(rest * square, Vector512.Create(1.0 / 3), root);
        return (root.AsInt64() + shift).AsDouble();
    }

    /// <summary>A step for 1 / ∛m that triples its digits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Refined(Vector512<double> w, Vector512<double> m)
    {
        Vector512<double> e = Vector512.MultiplyAddEstimate(-(m * w), w * w, Vector512<double>.One);
        return Vector512.MultiplyAddEstimate(w * e, Vector512.MultiplyAddEstimate(e, Vector512.Create(2.0 / 9), Vector512.Create(1.0 / 3)), w);
    }

    /// <summary>The logarithm of positive normal numbers to some 65 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> LogarithmInParts(Vector512<double> x, out Vector512<double> low)
    {
        Vector512<double> f = SplitExponent(x, out Vector512<double> k);
        Vector512<double> denominator = SumOfOrdered(Vector512.Create(2.0), f, out Vector512<double> denominatorLow);
        Vector512<double> s = Quotient(f, Vector512<double>.Zero, denominator, denominatorLow, out Vector512<double> sLow);

        // s³ and two thirds of it.
        Vector512<double> z = s * s, zLow = Vector512.MultiplyAddEstimate(s + s, sLow, ProductError(s, s, z));
        Vector512<double> cube = s * z;
        Vector512<double> cubeLow = Vector512.MultiplyAddEstimate(s, zLow, Vector512.MultiplyAddEstimate(sLow, z, ProductError(s, z, cube)));
        Vector512<double> twoThirds = Vector512.Create(TwoThirdsHigh), term = cube * twoThirds;
        Vector512<double> termLow = Vector512.MultiplyAddEstimate(cube, Vector512.Create(TwoThirdsLow),
            Vector512.MultiplyAddEstimate(cubeLow, twoThirds, ProductError(cube, twoThirds, term)));

        Vector512<double> sum = SumOfOrdered(k * Vector512.Create(Ln2High), s + s, out Vector512<double> error);
        sum = SumOfOrdered(sum, term, out Vector512<double> termError);
        Vector512<double> rest = Vector512.MultiplyAddEstimate(k, Vector512.Create(Ln2Low), Vector512.MultiplyAddEstimate(cube * z, LogarithmLaterTail(z), sLow + sLow));
        return SumOfOrdered(sum, error + termError + (termLow + rest), out low);
    }
}
