using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DiffGen.CompilerServices;

// x^y = e^(y log x) with the logarithm in two parts; the cube root by Newton's method for 1 / ∛m, where nothing is divided.
public static partial class FastMath
{
    /// <summary><c>Math.Pow</c> of each pair of lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Pow(Vector256<double> x, Vector256<double> y)
    {
        if (!Vector256.IsHardwareAccelerated)
            return Vector256.Create(Pow(x.GetLower(), y.GetLower()), Pow(x.GetUpper(), y.GetUpper()));
        if (!AllWithin(x, SmallestNormal, double.MaxValue) || !AllWithin(y, -GreatPower, GreatPower))
            return ExactMath.Pow(x, y);
        Vector256<double> logarithm = LogarithmInParts(x, out Vector256<double> logarithmLow);
        Vector256<double> product = y * logarithm;
        Vector256<double> low = Vector256.MultiplyAddEstimate(y, logarithmLow, ProductError(y, logarithm, product));
        Vector256<double> isFinite = Vector256.LessThan(Vector256.Abs(product), Vector256.Create(800.0));
        Vector256<double> r = ReduceExponent(Bounded(product, LeastExponent, GreatestExponent), out Vector256<double> shifted, out Vector256<double> rest);
        Vector256<double> high = SumOfOrdered(Vector256<double>.One, r, out Vector256<double> error);
        Vector256<double> tail = Vector256.MultiplyAddEstimate(r * r, ExponentialTail(r), error);
        return Scaled(high + Vector256.MultiplyAddEstimate(rest + (isFinite & low), high + tail, tail), shifted);
    }

    /// <summary><c>Math.Cbrt</c> of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Cbrt(Vector256<double> x)
    {
        if (!Vector256.IsHardwareAccelerated)
            return Vector256.Create(Cbrt(x.GetLower()), Cbrt(x.GetUpper()));
        Vector256<double> magnitude = Vector256.Abs(x);
        if (AllWithin(magnitude, SmallestNormal, double.MaxValue))
            return Vector256.CopySign(CubeRootOfNormal(magnitude), x);
        return CubeRootOfAny(x);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector256<double> CubeRootOfAny(Vector256<double> x)
    {
        Vector256<double> magnitude = Vector256.Abs(x), isSubnormal = Vector256.LessThan(magnitude, Vector256.Create(SmallestNormal));
        Vector256<double> scaled = Vector256.ConditionalSelect(isSubnormal, magnitude * Vector256.Create((double)(1L << 54)), magnitude);
        Vector256<double> root = CubeRootOfNormal(scaled);
        root = Vector256.ConditionalSelect(isSubnormal, root * Vector256.Create(1.0 / (1 << 18)), root);
        Vector256<double> hasRoot = Vector256.GreaterThan(magnitude, Vector256<double>.Zero) & Vector256.LessThan(magnitude, Vector256.Create(double.PositiveInfinity));
        return Vector256.ConditionalSelect(hasRoot, Vector256.CopySign(root, x), x);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> CubeRootOfNormal(Vector256<double> x)
    {
        // x = 2^(3q) m with 1 ≤ m < 8. Half a third more keeps rounding away from integers.
        Vector256<long> bits = x.AsInt64();
        Vector256<double> exponent = ((bits >>> 52) | Vector256.Create(0x4330000000000000L)).AsDouble() - Vector256.Create((double)(1L << 52) + 1023);
        Vector256<double> q = Vector256.Floor(Vector256.MultiplyAddEstimate(exponent, Vector256.Create(1.0 / 3), Vector256.Create(1.0 / 6))) + Vector256.Create(Shifter);
        Vector256<long> shift = q.AsInt64() << 52;
        Vector256<double> m = (bits - (shift + shift + shift)).AsDouble();

        Vector256<double> w = Refined(Refined(ReciprocalCubeRoot(m), m), m);
        Vector256<double> square = w * w, root = m * square;
        // One more step for the root itself, whose cube needs all digits.
        Vector256<double> rootSquare = root * root, squareLow = ProductError(root, root, rootSquare);
        Vector256<double> rest = Vector256.MultiplyAddEstimate(-root, squareLow, Remainder(root, rootSquare, m));
        root = Vector256.MultiplyAddEstimate(rest * square, Vector256.Create(1.0 / 3), root);
        return (root.AsInt64() + shift).AsDouble();
    }

    /// <summary>A step for 1 / ∛m that triples its digits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Refined(Vector256<double> w, Vector256<double> m)
    {
        Vector256<double> e = Vector256.MultiplyAddEstimate(-(m * w), w * w, Vector256<double>.One);
        return Vector256.MultiplyAddEstimate(w * e, Vector256.MultiplyAddEstimate(e, Vector256.Create(2.0 / 9), Vector256.Create(1.0 / 3)), w);
    }

    /// <summary>The logarithm of positive normal numbers to some 65 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> LogarithmInParts(Vector256<double> x, out Vector256<double> low)
    {
        Vector256<double> f = SplitExponent(x, out Vector256<double> k);
        Vector256<double> denominator = SumOfOrdered(Vector256.Create(2.0), f, out Vector256<double> denominatorLow);
        Vector256<double> s = Quotient(f, Vector256<double>.Zero, denominator, denominatorLow, out Vector256<double> sLow);

        // s³ and two thirds of it.
        Vector256<double> z = s * s, zLow = Vector256.MultiplyAddEstimate(s + s, sLow, ProductError(s, s, z));
        Vector256<double> cube = s * z;
        Vector256<double> cubeLow = Vector256.MultiplyAddEstimate(s, zLow, Vector256.MultiplyAddEstimate(sLow, z, ProductError(s, z, cube)));
        Vector256<double> twoThirds = Vector256.Create(TwoThirdsHigh), term = cube * twoThirds;
        Vector256<double> termLow = Vector256.MultiplyAddEstimate(cube, Vector256.Create(TwoThirdsLow),
            Vector256.MultiplyAddEstimate(cubeLow, twoThirds, ProductError(cube, twoThirds, term)));

        Vector256<double> sum = SumOfOrdered(k * Vector256.Create(Ln2High), s + s, out Vector256<double> error);
        sum = SumOfOrdered(sum, term, out Vector256<double> termError);
        Vector256<double> rest = Vector256.MultiplyAddEstimate(k, Vector256.Create(Ln2Low), Vector256.MultiplyAddEstimate(cube * z, LogarithmLaterTail(z), sLow + sLow));
        return SumOfOrdered(sum, error + termError + (termLow + rest), out low);
    }
}
