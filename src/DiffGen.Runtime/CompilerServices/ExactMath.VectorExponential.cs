using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DiffGen.CompilerServices;

// e^x for all lanes at once, in two parts, wherever these leave no doubt of the number that Math.Exp gives.
public static partial class ExactMath
{
    /// <inheritdoc cref="Exp{TLanes}(TLanes)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Exp(Vector512<double> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Vector512.Create(Exp(x.GetLower()), Exp(x.GetUpper()));
        if (!ExactExponential.IsTrusted)
            return ExpOfUncheckedLibrary(x);
        Vector512<double> result = ExpWhereCertain(x, out Vector512<double> isCertain);
        ulong doubtful = isCertain.ExtractMostSignificantBits() ^ ((1UL << Vector512<double>.Count) - 1);
        return doubtful == 0 ? result : ByNumber<ExpFunction>(x, result, doubtful);
    }

    /// <summary>The numbers nearest to e^x; where <paramref name="isCertain"/> has no bits, only perhaps.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<double> ExpWhereCertain(Vector512<double> x, out Vector512<double> isCertain)
    {
        // x = k ln(2) / 8 + r; k is in the lowest bits of the sum with 1.5 · 2^52.
        Vector512<double> shifter = Vector512.Create(ExactExponential.Shifter);
        Vector512<double> shifted = Vector512.FusedMultiplyAdd(x, Vector512.Create(ExactExponential.StepsPerUnit), shifter);
        Vector512<double> k = shifted - shifter;
        Vector512<double> exact = Vector512.FusedMultiplyAdd(k, Vector512.Create(-ExactExponential.StepHigh), x);
        Vector512<double> r = Vector512.FusedMultiplyAdd(k, Vector512.Create(-ExactExponential.StepLow), exact);
        Vector512<double> rLow = Vector512.FusedMultiplyAdd(k, Vector512.Create(-ExactExponential.StepLow), exact - r);

        // e^r - 1 - r, with (1 + r) rLow for what r lacks.
        Vector512<double> square = r * r;
        Vector512<double> third = Vector512.FusedMultiplyAdd(r, Vector512.Create(1.0 / 24), Vector512.Create(1.0 / 6));
        Vector512<double> fifth = Vector512.FusedMultiplyAdd(r, Vector512.Create(1.0 / 720), Vector512.Create(1.0 / 120));
        Vector512<double> seventh = Vector512.FusedMultiplyAdd(r, Vector512.Create(1.0 / 40320), Vector512.Create(1.0 / 5040));
        seventh = Vector512.FusedMultiplyAdd(square, Vector512.Create(1.0 / 362880), seventh);
        third = Vector512.FusedMultiplyAdd(square, Vector512.FusedMultiplyAdd(square, seventh, fifth), third);
        Vector512<double> second = Vector512.FusedMultiplyAdd(r, third, Vector512.Create(0.5));
        Vector512<double> tail = Vector512.FusedMultiplyAdd(square, second, Vector512.FusedMultiplyAdd(r, rLow, rLow));

        // 2^(j / 8) (1 + r + tail) for the three lowest bits j of k, as high + low.
        Vector512<double> power = ExactExponential.Power(shifted.AsInt64(), out Vector512<double> powerLow);
        Vector512<double> product = power * r;
        Vector512<double> productLow = Vector512.FusedMultiplyAdd(power, r, -product);
        Vector512<double> high = power + product;
        Vector512<double> highLow = product - (high - power);
        Vector512<double> low = Vector512.FusedMultiplyAdd(power, tail, Vector512.FusedMultiplyAdd(powerLow, r, powerLow) + (highLow + productLow));

        Vector512<double> doubt = Vector512.Create(ExactExponential.Doubt);
        Vector512<double> least = high + (low - doubt);
        isCertain = Vector512.Equals(least, high + (low + doubt))
            & Vector512.LessThanOrEqual(Vector512.Abs(x), Vector512.Create(ExactExponential.Greatest));
        // Times 2^(k / 8 rounded down), which the range makes exact.
        return (least.AsInt64() + Vector512.ShiftLeft(Vector512.ShiftRightArithmetic(shifted.AsInt64(), 3), 52)).AsDouble();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector512<double> ExpOfUncheckedLibrary(Vector512<double> x) =>
        ExactExponential.Check() ? Exp(x) : Map<Vector512<double>, ExpFunction>(x);

    // Selects in registers: a store to one lane would stall the load of all.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static Vector512<double> ByNumber<TFunction>(Vector512<double> x, Vector512<double> result, ulong lanes)
        where TFunction : IUnary
    {
        for (; lanes != 0; lanes &= lanes - 1)
        {
            int lane = BitOperations.TrailingZeroCount(lanes);
            Vector512<double> here = Vector512.Equals(Vector512<long>.Indices, Vector512.Create((long)lane)).AsDouble();
            result = Vector512.ConditionalSelect(here, Vector512.Create(TFunction.Of(x.GetElement(lane))), result);
        }
        return result;
    }
}
