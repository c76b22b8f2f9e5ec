using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DiffGen.CompilerServices;

// e^x for all lanes at once, in two parts, wherever these leave no doubt of the number that Math.Exp gives.
public static partial class ExactMath
{
    /// <inheritdoc cref="Exp{TLanes}(TLanes)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Exp(Vector128<double> x)
    {
        if (!ExactExponential.IsTrusted)
            return ExpOfUncheckedLibrary(x);
        Vector128<double> result = ExpWhereCertain(x, out Vector128<double> isCertain);
        ulong doubtful = isCertain.ExtractMostSignificantBits() ^ ((1UL << Vector128<double>.Count) - 1);
        return doubtful == 0 ? result : ByNumber<ExpFunction>(x, result, doubtful);
    }

    /// <summary>The numbers nearest to e^x; where <paramref name="isCertain"/> has no bits, only perhaps.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<double> ExpWhereCertain(Vector128<double> x, out Vector128<double> isCertain)
    {
        // x = k ln(2) / 8 + r; k is in the lowest bits of the sum with 1.5 · 2^52.
        Vector128<double> shifter = Vector128.Create(ExactExponential.Shifter);
        Vector128<double> shifted = Vector128.FusedMultiplyAdd(x, Vector128.Create(ExactExponential.StepsPerUnit), shifter);
        Vector128<double> k = shifted - shifter;
        Vector128<double> exact = Vector128.FusedMultiplyAdd(k, Vector128.Create(-ExactExponential.StepHigh), x);
        Vector128<double> r = Vector128.FusedMultiplyAdd(k, Vector128.Create(-ExactExponential.StepLow), exact);
        Vector128<double> rLow = Vector128.FusedMultiplyAdd(k, Vector128.Create(-ExactExponential.StepLow), exact - r);

        // e^r - 1 - r, with (1 + r) rLow for what r lacks.
        Vector128<double> square = r * r;
        Vector128<double> third = Vector128.FusedMultiplyAdd(r, Vector128.Create(1.0 / 24), Vector128.Create(1.0 / 6));
        Vector128<double> fifth = Vector128.FusedMultiplyAdd(r, Vector128.Create(1.0 / 720), Vector128.Create(1.0 / 120));
        Vector128<double> seventh = Vector128.FusedMultiplyAdd(r, Vector128.Create(1.0 / 40320), Vector128.Create(1.0 / 5040));
        seventh = Vector128.FusedMultiplyAdd(square, Vector128.Create(1.0 / 362880), seventh);
        third = Vector128.FusedMultiplyAdd(square, Vector128.FusedMultiplyAdd(square, seventh, fifth), third);
        Vector128<double> second = Vector128.FusedMultiplyAdd(r, third, Vector128.Create(0.5));
        Vector128<double> tail = Vector128.FusedMultiplyAdd(square, second, Vector128.FusedMultiplyAdd(r, rLow, rLow));

        // 2^(j / 8) (1 + r + tail) for the three lowest bits j of k, as high + low.
        Vector128<double> power = ExactExponential.Power(shifted.AsInt64(), out Vector128<double> powerLow);
        Vector128<double> product = power * r;
        Vector128<double> productLow = Vector128.FusedMultiplyAdd(power, r, -product);
        Vector128<double> high = power + product;
        Vector128<double> highLow = product - (high - power);
        Vector128<double> low = Vector128.FusedMultiplyAdd(power, tail, Vector128.FusedMultiplyAdd(powerLow, r, powerLow) + (highLow + productLow));

        Vector128<double> doubt = Vector128.Create(ExactExponential.Doubt);
        Vector128<double> least = high + (low - doubt);
        isCertain = Vector128.Equals(least, high + (low + doubt))
            & Vector128.LessThanOrEqual(Vector128.Abs(x), Vector128.Create(ExactExponential.Greatest));
        // Times 2^(k / 8 rounded down), which the range makes exact.
        return (least.AsInt64() + Vector128.ShiftLeft(Vector128.ShiftRightArithmetic(shifted.AsInt64(), 3), 52)).AsDouble();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector128<double> ExpOfUncheckedLibrary(Vector128<double> x) =>
        ExactExponential.Check() ? Exp(x) : Map<Vector128<double>, ExpFunction>(x);

    // Selects in registers: a store to one lane would stall the load of all.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static Vector128<double> ByNumber<TFunction>(Vector128<double> x, Vector128<double> result, ulong lanes)
        where TFunction : IUnary
    {
        for (; lanes != 0; lanes &= lanes - 1)
        {
            int lane = BitOperations.TrailingZeroCount(lanes);
            Vector128<double> here = Vector128.Equals(Vector128<long>.Indices, Vector128.Create((long)lane)).AsDouble();
            result = Vector128.ConditionalSelect(here, Vector128.Create(TFunction.Of(x.GetElement(lane))), result);
        }
        return result;
    }
}
