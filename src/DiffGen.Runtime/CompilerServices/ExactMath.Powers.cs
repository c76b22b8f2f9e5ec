using System;

namespace DiffGen.CompilerServices;

// Roots, powers and products.
public static partial class ExactMath
{
    /// <summary><c>Math.Cbrt</c> of each lane.</summary>
    public static TLanes Cbrt<TLanes>(TLanes x)
        where TLanes : struct
        => Map<TLanes, CbrtFunction>(x);

    /// <summary><c>double.RootN</c> of each lane.</summary>
    public static TLanes RootN<TLanes>(TLanes x, int n)
        where TLanes : struct
    {
        TLanes result = default;
        for (int lane = 0; lane < Lanes.Width<TLanes>(); lane++)
        {
            if (Lanes.IsSingle<TLanes>())
                Single(ref result, lane) = float.RootN(Single(ref x, lane), n);
            else
                Double(ref result, lane) = double.RootN(Double(ref x, lane), n);
        }
        return result;
    }

    /// <summary><c>double.Hypot</c> of each pair of lanes.</summary>
    public static TLanes Hypot<TLanes>(TLanes x, TLanes y)
        where TLanes : struct
        => Map<TLanes, HypotFunction>(x, y);

    /// <summary><c>Math.Pow</c> of each pair of lanes.</summary>
    public static TLanes Pow<TLanes>(TLanes x, TLanes y)
        where TLanes : struct
        => Map<TLanes, PowFunction>(x, y);

    /// <summary><c>Math.ReciprocalEstimate</c> of each lane.</summary>
    public static TLanes ReciprocalEstimate<TLanes>(TLanes x)
        where TLanes : struct
        => Map<TLanes, ReciprocalEstimateFunction>(x);

    /// <summary><c>Math.ReciprocalSqrtEstimate</c> of each lane.</summary>
    public static TLanes ReciprocalSqrtEstimate<TLanes>(TLanes x)
        where TLanes : struct
        => Map<TLanes, ReciprocalSqrtEstimateFunction>(x);

    /// <summary><c>double.MultiplyAddEstimate</c> of the three numbers in each lane.</summary>
    public static TLanes MultiplyAddEstimate<TLanes>(TLanes x, TLanes y, TLanes addend)
        where TLanes : struct
        => Map<TLanes, MultiplyAddEstimateFunction>(x, y, addend);

    /// <summary><c>double.Lerp</c> of the three numbers in each lane.</summary>
    public static TLanes Lerp<TLanes>(TLanes x, TLanes y, TLanes amount)
        where TLanes : struct
        => Map<TLanes, LerpFunction>(x, y, amount);

    /// <summary><c>Math.IEEERemainder</c> of each pair of lanes.</summary>
    public static TLanes IEEERemainder<TLanes>(TLanes x, TLanes y)
        where TLanes : struct
        => Map<TLanes, IEEERemainderFunction>(x, y);

    /// <summary><c>Math.ScaleB</c> of each lane.</summary>
    public static TLanes ScaleB<TLanes>(TLanes x, int n)
        where TLanes : struct
    {
        TLanes result = default;
        for (int lane = 0; lane < Lanes.Width<TLanes>(); lane++)
        {
            if (Lanes.IsSingle<TLanes>())
                Single(ref result, lane) = MathF.ScaleB(Single(ref x, lane), n);
            else
                Double(ref result, lane) = Math.ScaleB(Double(ref x, lane), n);
        }
        return result;
    }

    /// <summary><c>double.DegreesToRadians</c> of each lane.</summary>
    public static TLanes DegreesToRadians<TLanes>(TLanes x)
        where TLanes : struct
        => Map<TLanes, DegreesToRadiansFunction>(x);

    /// <summary><c>double.RadiansToDegrees</c> of each lane.</summary>
    public static TLanes RadiansToDegrees<TLanes>(TLanes x)
        where TLanes : struct
        => Map<TLanes, RadiansToDegreesFunction>(x);

    private readonly struct CbrtFunction : IUnary
    {
        public static double Of(double x) => Math.Cbrt(x);

        public static float Of(float x) => MathF.Cbrt(x);
    }

    private readonly struct HypotFunction : IBinary
    {
        public static double Of(double x, double y) => double.Hypot(x, y);

        public static float Of(float x, float y) => float.Hypot(x, y);
    }

    private readonly struct PowFunction : IBinary
    {
        public static double Of(double x, double y) => Math.Pow(x, y);

        public static float Of(float x, float y) => MathF.Pow(x, y);
    }

    private readonly struct ReciprocalEstimateFunction : IUnary
    {
        public static double Of(double x) => Math.ReciprocalEstimate(x);

        public static float Of(float x) => MathF.ReciprocalEstimate(x);
    }

    private readonly struct ReciprocalSqrtEstimateFunction : IUnary
    {
        public static double Of(double x) => Math.ReciprocalSqrtEstimate(x);

        public static float Of(float x) => MathF.ReciprocalSqrtEstimate(x);
    }

    private readonly struct MultiplyAddEstimateFunction : ITernary
    {
        public static double Of(double x, double y, double addend) => double.MultiplyAddEstimate(x, y, addend);

        public static float Of(float x, float y, float addend) => float.MultiplyAddEstimate(x, y, addend);
    }

    private readonly struct LerpFunction : ITernary
    {
        public static double Of(double x, double y, double amount) => double.Lerp(x, y, amount);

        public static float Of(float x, float y, float amount) => float.Lerp(x, y, amount);
    }

    private readonly struct IEEERemainderFunction : IBinary
    {
        public static double Of(double x, double y) => Math.IEEERemainder(x, y);

        public static float Of(float x, float y) => MathF.IEEERemainder(x, y);
    }

    private readonly struct DegreesToRadiansFunction : IUnary
    {
        public static double Of(double x) => double.DegreesToRadians(x);

        public static float Of(float x) => float.DegreesToRadians(x);
    }

    private readonly struct RadiansToDegreesFunction : IUnary
    {
        public static double Of(double x) => double.RadiansToDegrees(x);

        public static float Of(float x) => float.RadiansToDegrees(x);
    }
}
