using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DiffGen.CompilerServices;

// e^x for all lanes at once, in two parts, wherever these leave no doubt of the number that Math.Exp gives.
public static partial class ExactMath
{
    /// <inheritdoc cref="Exp{TLanes}(TLanes)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Exp(Vector256<double> x)
    {
        if (!Vector256.IsHardwareAccelerated)
            return Vector256.Create(Exp(x.GetLower()), Exp(x.GetUpper()));
        if (!ExactExponential.IsTrusted)
            return ExpOfUncheckedLibrary(x);
        Vector256<double> result = ExpWhereCertain(x, out Vector256<double> isCertain);
        ulong doubtful = isCertain.ExtractMostSignificantBits() ^ ((1UL << Vector256<double>.Count) - 1);
        return doubtful == 0 ? result : ByNumber<ExpFunction>(x, result, doubtful);
    }

    /// <summary>The numbers nearest to e^x; where <paramref name="isCertain"/> has no bits, only perhaps.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<double> ExpWhereCertain(Vector256<double> x, out Vector256<double> isCertain)
    {
        // x = k ln(2) / 8 + r; k is in the lowest bits of the sum with 1.5 · 2^52.
        Vector256<double> shifter = Vector256.Create(ExactExponential.Shifter);
        Vector256<double> shifted = Vector256.FusedMultiplyAdd(x, Vector256.Create(ExactExponential.StepsPerUnit), shifter);
        Vector256<double> k = shifted - shifter;
        Vector256<double> exact = Vector256.FusedMultiplyAdd(k, Vector256.Create(-ExactExponential.StepHigh), x);
        Vector256<double> r = Vector256.FusedMultiplyAdd(k, Vector256.Create(-ExactExponential.StepLow), exact);
        Vector256<double> rLow = Vector256.FusedMultiplyAdd(k, Vector256.Create(-ExactExponential.StepLow), exact - r);

        // e^r - 1 - r, with (1 + r) rLow for what r lacks.
        Vector256<double> square = r * r;
        Vector256<double> third = Vector256.FusedMultiplyAdd(r, Vector256.Create(1.0 / 24), Vector256.Create(1.0 / 6));
        Vector256<double> fifth = Vector256.FusedMultiplyAdd(r, Vector256.Create(1.0 / 720), Vector256.Create(1.0 / 120));
        Vector256<double> seventh = Vector256.FusedMultiplyAdd(r, Vector256.Create(1.0 / 40320), Vector256.Create(1.0 / 5040));
        seventh = Vector256.FusedMultiplyAdd(square, Vector256.Create(1.0 / 362880), seventh);
        third = Vector256.FusedMultiplyAdd(square, Vector256.FusedMultiplyAdd(square, seventh, fifth), third);
        Vector256<double> second = Vector256.FusedMultiplyAdd(r, third, Vector256.Create(0.5));
        Vector256<double> tail = Vector256.FusedMultiplyAdd(square, second, Vector256.FusedMultiplyAdd(r, rLow, rLow));

        // 2^(j / 8) (1 + r + tail) for the three lowest bits j of k, as high + low.
        Vector256<double> power = ExactExponential.Power(shifted.AsInt64(), out Vector256<double> powerLow);
        Vector256<double> product = power * r;
        Vector256<double> productLow = Vector256.FusedMultiplyAdd(power, r, -product);
        Vector256<double> high = power + product;
        Vector256<double> highLow = product - (high - power);
        Vector256<double> low = Vector256.FusedMultiplyAdd(power, tail, Vector256.FusedMultiplyAdd(powerLow, r, powerLow) + (highLow + productLow));

        Vector256<double> doubt = Vector256.Create(ExactExponential.Doubt);
        Vector256<double> least = high + (low - doubt);
        isCertain = Vector256.Equals(least, high + (low + doubt))
            & Vector256.LessThanOrEqual(Vector256.Abs(x), Vector256.Create(ExactExponential.Greatest));
        // Times 2^(k / 8 rounded down), which the range makes exact.
        return (least.AsInt64() + Vector256.ShiftLeft(Vector256.ShiftRightArithmetic(shifted.AsInt64(), 3), 52)).AsDouble();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector256<double> ExpOfUncheckedLibrary(Vector256<double> x) =>
        ExactExponential.Check() ? Exp(x) : Map<Vector256<double>, ExpFunction>(x);

    // Selects in registers: a store to one lane would stall the load of all.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static Vector256<double> ByNumber<TFunction>(Vector256<double> x, Vector256<double> result, ulong lanes)
        where TFunction : IUnary
    {
        for (; lanes != 0; lanes &= lanes - 1)
        {
            int lane = BitOperations.TrailingZeroCount(lanes);
            Vector256<double> here = Vector256.Equals(Vector256<long>.Indices, Vector256.Create((long)lane)).AsDouble();
            result = Vector256.ConditionalSelect(here, Vector256.Create(TFunction.Of(x.GetElement(lane))), result);
        }
        return result;
    }
}
