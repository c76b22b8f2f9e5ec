using System;

namespace DiffGen.CompilerServices;

// Rounding, and functions that return one of their arguments.
public static partial class ExactMath
{
    /// <summary><c>Math.BitIncrement</c> of each lane.</summary>
    public static TLanes BitIncrement<TLanes>(TLanes x)
        where TLanes : struct
        => Map<TLanes, BitIncrementFunction>(x);

    /// <summary><c>Math.BitDecrement</c> of each lane.</summary>
    public static TLanes BitDecrement<TLanes>(TLanes x)
        where TLanes : struct
        => Map<TLanes, BitDecrementFunction>(x);

    /// <summary><c>Math.Round</c> of each lane.</summary>
    public static TLanes Round<TLanes>(TLanes x, int digits)
        where TLanes : struct
    {
        TLanes result = default;
        for (int lane = 0; lane < Lanes.Width<TLanes>(); lane++)
        {
            if (Lanes.IsSingle<TLanes>())
                Single(ref result, lane) = MathF.Round(Single(ref x, lane), digits);
            else
                Double(ref result, lane) = Math.Round(Double(ref x, lane), digits);
        }
        return result;
    }

    /// <summary><c>Math.Round</c> of each lane.</summary>
    public static TLanes Round<TLanes>(TLanes x, MidpointRounding mode)
        where TLanes : struct
    {
        TLanes result = default;
        for (int lane = 0; lane < Lanes.Width<TLanes>(); lane++)
        {
            if (Lanes.IsSingle<TLanes>())
                Single(ref result, lane) = MathF.Round(Single(ref x, lane), mode);
            else
                Double(ref result, lane) = Math.Round(Double(ref x, lane), mode);
        }
        return result;
    }

    /// <summary><c>Math.Round</c> of each lane.</summary>
    public static TLanes Round<TLanes>(TLanes x, int digits, MidpointRounding mode)
        where TLanes : struct
    {
        TLanes result = default;
        for (int lane = 0; lane < Lanes.Width<TLanes>(); lane++)
        {
            if (Lanes.IsSingle<TLanes>())
                Single(ref result, lane) = MathF.Round(Single(ref x, lane), digits, mode);
            else
                Double(ref result, lane) = Math.Round(Double(ref x, lane), digits, mode);
        }
        return result;
    }

    /// <summary><c>Math.MaxMagnitude</c> of each pair of lanes.</summary>
    public static TLanes MaxMagnitude<TLanes>(TLanes x, TLanes y)
        where TLanes : struct
        => Map<TLanes, MaxMagnitudeFunction>(x, y);

    /// <summary><c>Math.MinMagnitude</c> of each pair of lanes.</summary>
    public static TLanes MinMagnitude<TLanes>(TLanes x, TLanes y)
        where TLanes : struct
        => Map<TLanes, MinMagnitudeFunction>(x, y);

    /// <summary><c>double.MaxNumber</c> of each pair of lanes.</summary>
    public static TLanes MaxNumber<TLanes>(TLanes x, TLanes y)
        where TLanes : struct
        => Map<TLanes, MaxNumberFunction>(x, y);

    /// <summary><c>double.MinNumber</c> of each pair of lanes.</summary>
    public static TLanes MinNumber<TLanes>(TLanes x, TLanes y)
        where TLanes : struct
        => Map<TLanes, MinNumberFunction>(x, y);

    /// <summary><c>double.MaxMagnitudeNumber</c> of each pair of lanes.</summary>
    public static TLanes MaxMagnitudeNumber<TLanes>(TLanes x, TLanes y)
        where TLanes : struct
        => Map<TLanes, MaxMagnitudeNumberFunction>(x, y);

    /// <summary><c>double.MinMagnitudeNumber</c> of each pair of lanes.</summary>
    public static TLanes MinMagnitudeNumber<TLanes>(TLanes x, TLanes y)
        where TLanes : struct
        => Map<TLanes, MinMagnitudeNumberFunction>(x, y);

    /// <summary><c>double.MaxNative</c> of each pair of lanes.</summary>
    public static TLanes MaxNative<TLanes>(TLanes x, TLanes y)
        where TLanes : struct
        => Map<TLanes, MaxNativeFunction>(x, y);

    /// <summary><c>double.MinNative</c> of each pair of lanes.</summary>
    public static TLanes MinNative<TLanes>(TLanes x, TLanes y)
        where TLanes : struct
        => Map<TLanes, MinNativeFunction>(x, y);

    /// <summary><c>Math.Clamp</c> of the three numbers in each lane.</summary>
    public static TLanes Clamp<TLanes>(TLanes x, TLanes low, TLanes high)
        where TLanes : struct
        => Map<TLanes, ClampFunction>(x, low, high);

    /// <summary><c>double.Clamp</c> of the three numbers in each lane.</summary>
    public static TLanes ClampOfType<TLanes>(TLanes x, TLanes low, TLanes high)
        where TLanes : struct
        => Map<TLanes, ClampOfTypeFunction>(x, low, high);

    /// <summary><c>double.ClampNative</c> of the three numbers in each lane.</summary>
    public static TLanes ClampNative<TLanes>(TLanes x, TLanes low, TLanes high)
        where TLanes : struct
        => Map<TLanes, ClampNativeFunction>(x, low, high);

    private readonly struct BitIncrementFunction : IUnary
    {
        public static double Of(double x) => Math.BitIncrement(x);

        public static float Of(float x) => MathF.BitIncrement(x);
    }

    private readonly struct BitDecrementFunction : IUnary
    {
        public static double Of(double x) => Math.BitDecrement(x);

        public static float Of(float x) => MathF.BitDecrement(x);
    }

    private readonly struct MaxMagnitudeFunction : IBinary
    {
        public static double Of(double x, double y) => Math.MaxMagnitude(x, y);

        public static float Of(float x, float y) => MathF.MaxMagnitude(x, y);
    }

    private readonly struct MinMagnitudeFunction : IBinary
    {
        public static double Of(double x, double y) => Math.MinMagnitude(x, y);

        public static float Of(float x, float y) => MathF.MinMagnitude(x, y);
    }

    private readonly struct MaxNumberFunction : IBinary
    {
        public static double Of(double x, double y) => double.MaxNumber(x, y);

        public static float Of(float x, float y) => float.MaxNumber(x, y);
    }

    private readonly struct MinNumberFunction : IBinary
    {
        public static double Of(double x, double y) => double.MinNumber(x, y);

        public static float Of(float x, float y) => float.MinNumber(x, y);
    }

    private readonly struct MaxMagnitudeNumberFunction : IBinary
    {
        public static double Of(double x, double y) => double.MaxMagnitudeNumber(x, y);

        public static float Of(float x, float y) => float.MaxMagnitudeNumber(x, y);
    }

    private readonly struct MinMagnitudeNumberFunction : IBinary
    {
        public static double Of(double x, double y) => double.MinMagnitudeNumber(x, y);

        public static float Of(float x, float y) => float.MinMagnitudeNumber(x, y);
    }

    private readonly struct MaxNativeFunction : IBinary
    {
        public static double Of(double x, double y) => double.MaxNative(x, y);

        public static float Of(float x, float y) => float.MaxNative(x, y);
    }

    private readonly struct MinNativeFunction : IBinary
    {
        public static double Of(double x, double y) => double.MinNative(x, y);

        public static float Of(float x, float y) => float.MinNative(x, y);
    }

    private readonly struct ClampFunction : ITernary
    {
        public static double Of(double x, double low, double high) => Math.Clamp(x, low, high);

        public static float Of(float x, float low, float high) => Math.Clamp(x, low, high);
    }

    private readonly struct ClampOfTypeFunction : ITernary
    {
        public static double Of(double x, double low, double high) => double.Clamp(x, low, high);

        public static float Of(float x, float low, float high) => float.Clamp(x, low, high);
    }

    private readonly struct ClampNativeFunction : ITernary
    {
        public static double Of(double x, double low, double high) => double.ClampNative(x, low, high);

        public static float Of(float x, float low, float high) => float.ClampNative(x, low, high);
    }
}
