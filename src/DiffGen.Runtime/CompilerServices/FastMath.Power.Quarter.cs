using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DiffGen.CompilerServices;

// x^y = e^(y log x) with the logarithm in two parts; the cube root by Newton's method for 1 / ∛m, where nothing is divided.
public static partial class FastMath
{
    /// <summary><c>Math.Pow</c> of each pair of lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Pow(Vector128<double> x, Vector128<double> y)
    {
        if (!AllWithin(x, SmallestNormal, double.MaxValue) || !AllWithin(y, -GreatPower, GreatPower))
            return ExactMath.Pow(x, y);
        Vector128<double> logarithm = LogarithmInParts(x, out Vector128<double> logarithmLow);
        Vector128<double> product = y * logarithm;
        Vector128<double> low = Vector128.MultiplyAddEstimate(y, logarithmLow, ProductError(y, logarithm, product));
        Vector128<double> isFinite = Vector128.LessThan(Vector128.Abs(product), Vector128.Create(800.0));
        Vector128<double> r = ReduceExponent(Bounded(product, LeastExponent, GreatestExponent), out Vector128<double> shifted, out Vector128<double> rest);
        Vector128<double> high = SumOfOrdered(Vector128<double>.One, r, out Vector128<double> error);
        Vector128<double> tail = Vector128.MultiplyAddEstimate(r * r, ExponentialTail(r), error);
        return Scaled(high + Vector128.MultiplyAddEstimate(rest + (isFinite & low), high + tail, tail), shifted);
    }

    /// <summary><c>Math.Cbrt</c> of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Cbrt(Vector128<double> x)
    {
        Vector128<double> magnitude = Vector128.Abs(x);
        if (AllWithin(magnitude, SmallestNormal, double.MaxValue))
            return Vector128.CopySign(CubeRootOfNormal(magnitude), x);
        return CubeRootOfAny(x);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector128<double> CubeRootOfAny(Vector128<double> x)
    {
        Vector128<double> magnitude = Vector128.Abs(x), isSubnormal = Vector128.LessThan(magnitude, Vector128.Create(SmallestNormal));
        Vector128<double> scaled = Vector128.ConditionalSelect(isSubnormal, magnitude * Vector128.Create((double)(1L << 54)), magnitude);
        Vector128<double> root = CubeRootOfNormal(scaled);
        root = Vector128.ConditionalSelect(isSubnormal, root * Vector128.Create(1.0 / (1 << 18)), root);
        Vector128<double> hasRoot = Vector128.GreaterThan(magnitude, Vector128<double>.Zero) & Vector128.LessThan(magnitude, Vector128.Create(double.PositiveInfinity));
        return Vector128.ConditionalSelect(hasRoot, Vector128.CopySign(root, x), x);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> CubeRootOfNormal(Vector128<double> x)
    {
        // x = 2^(3q) m with 1 ≤ m < 8. Half a third more keeps rounding away from integers.
        Vector128<long> bits = x.AsInt64();
        Vector128<double> exponent = ((bits >>> 52) | Vector128.Create(0x4330000000000000L)).AsDouble() - Vector128.Create((double)(1L << 52) + 1023);
        Vector128<double> q = Vector128.Floor(Vector128.MultiplyAddEstimate(exponent, Vector128.Create(1.0 / 3), Vector128.Create(1.0 / 6))) + Vector128.Create(Shifter);
        Vector128<long> shift = q.AsInt64() << 52;
        Vector128<double> m = (bits - (shift + shift + shift)).AsDouble();

        Vector128<double> w = Refined(Refined(ReciprocalCubeRoot(m), m), m);
        Vector128<double> square = w * w, root = m * square;
        // One more step for the root itself, whose cube needs all digits.
        Vector128<double> rootSquare = root * root, squareLow = ProductError(root, root, rootSquare);
        Vector128<double> rest = Vector128.MultiplyAddEstimate(-root, squareLow, Remainder(root, rootSquare, m));
        root = Vector128.MultiplyAddEstimate(rest * square, Vector128.Create(1.0 / 3), root);
        return (root.AsInt64() + shift).AsDouble();
    }

    /// <summary>A step for 1 / ∛m that triples its digits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> Refined(Vector128<double> w, Vector128<double> m)
    {
        Vector128<double> e = Vector128.MultiplyAddEstimate(-(m * w), w * w, Vector128<double>.One);
        return Vector128.MultiplyAddEstimate(w * e, Vector128.MultiplyAddEstimate(e, Vector128.Create(2.0 / 9), Vector128.Create(1.0 / 3)), w);
    }

    /// <summary>The logarithm of positive normal numbers to some 65 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> LogarithmInParts(Vector128<double> x, out Vector128<double> low)
    {
        Vector128<double> f = SplitExponent(x, out Vector128<double> k);
        Vector128<double> denominator = SumOfOrdered(Vector128.Create(2.0), f, out Vector128<double> denominatorLow);
        Vector128<double> s = Quotient(f, Vector128<double>.Zero, denominator, denominatorLow, out Vector128<double> sLow);

        // s³ and two thirds of it.
        Vector128<double> z = s * s, zLow = Vector128.MultiplyAddEstimate(s + s, sLow, ProductError(s, s, z));
        Vector128<double> cube = s * z;
        Vector128<double> cubeLow = Vector128.MultiplyAddEstimate(s, zLow, Vector128.MultiplyAddEstimate(sLow, z, ProductError(s, z, cube)));
        Vector128<double> twoThirds = Vector128.Create(TwoThirdsHigh), term = cube * twoThirds;
        Vector128<double> termLow = Vector128.MultiplyAddEstimate(cube, Vector128.Create(TwoThirdsLow),
            Vector128.MultiplyAddEstimate(cubeLow, twoThirds, ProductError(cube, twoThirds, term)));

        Vector128<double> sum = SumOfOrdered(k * Vector128.Create(Ln2High), s + s, out Vector128<double> error);
        sum = SumOfOrdered(sum, term, out Vector128<double> termError);
        Vector128<double> rest = Vector128.MultiplyAddEstimate(k, Vector128.Create(Ln2Low), Vector128.MultiplyAddEstimate(cube * z, LogarithmLaterTail(z), sLow + sLow));
        return SumOfOrdered(sum, error + termError + (termLow + rest), out low);
    }
}
