using System;

namespace DiffGen.CompilerServices;

// Circular functions and their inverses, in radians and in half turns.
public static partial class ExactMath
{
    /// <summary><c>Math.Sin</c> of each lane.</summary>
    public static TLanes Sin<TLanes>(TLanes x)
        where TLanes : struct
        => Map<TLanes, SinFunction>(x);

    /// <summary><c>Math.Cos</c> of each lane.</summary>
    public static TLanes Cos<TLanes>(TLanes x)
        where TLanes : struct
        => Map<TLanes, CosFunction>(x);

    /// <summary><c>Math.Tan</c> of each lane.</summary>
    public static TLanes Tan<TLanes>(TLanes x)
        where TLanes : struct
        => Map<TLanes, TanFunction>(x);

    /// <summary><c>Math.Asin</c> of each lane.</summary>
    public static TLanes Asin<TLanes>(TLanes x)
        where TLanes : struct
        => Map<TLanes, AsinFunction>(x);

    /// <summary><c>Math.Acos</c> of each lane.</summary>
    public static TLanes Acos<TLanes>(TLanes x)
        where TLanes : struct
        => Map<TLanes, AcosFunction>(x);

    /// <summary><c>Math.Atan</c> of each lane.</summary>
    public static TLanes Atan<TLanes>(TLanes x)
        where TLanes : struct
        => Map<TLanes, AtanFunction>(x);

    /// <summary><c>Math.Atan2</c> of each pair of lanes.</summary>
    public static TLanes Atan2<TLanes>(TLanes y, TLanes x)
        where TLanes : struct
        => Map<TLanes, Atan2Function>(y, x);

    /// <summary><c>double.SinPi</c> of each lane.</summary>
    public static TLanes SinPi<TLanes>(TLanes x)
        where TLanes : struct
        => Map<TLanes, SinPiFunction>(x);

    /// <summary><c>double.CosPi</c> of each lane.</summary>
    public static TLanes CosPi<TLanes>(TLanes x)
        where TLanes : struct
        => Map<TLanes, CosPiFunction>(x);

    /// <summary><c>double.TanPi</c> of each lane.</summary>
    public static TLanes TanPi<TLanes>(TLanes x)
        where TLanes : struct
        => Map<TLanes, TanPiFunction>(x);

    /// <summary><c>double.AsinPi</c> of each lane.</summary>
    public static TLanes AsinPi<TLanes>(TLanes x)
        where TLanes : struct
        => Map<TLanes, AsinPiFunction>(x);

    /// <summary><c>double.AcosPi</c> of each lane.</summary>
    public static TLanes AcosPi<TLanes>(TLanes x)
        where TLanes : struct
        => Map<TLanes, AcosPiFunction>(x);

    /// <summary><c>double.AtanPi</c> of each lane.</summary>
    public static TLanes AtanPi<TLanes>(TLanes x)
        where TLanes : struct
        => Map<TLanes, AtanPiFunction>(x);

    /// <summary><c>double.Atan2Pi</c> of each pair of lanes.</summary>
    public static TLanes Atan2Pi<TLanes>(TLanes y, TLanes x)
        where TLanes : struct
        => Map<TLanes, Atan2PiFunction>(y, x);

    /// <summary><c>Math.SinCos</c> of each lane.</summary>
    public static (TLanes Sin, TLanes Cos) SinCos<TLanes>(TLanes x)
        where TLanes : struct
    {
        TLanes sines = default, cosines = default;
        for (int lane = 0; lane < Lanes.Width<TLanes>(); lane++)
        {
            if (Lanes.IsSingle<TLanes>())
                (Single(ref sines, lane), Single(ref cosines, lane)) = MathF.SinCos(Single(ref x, lane));
            else
                (Double(ref sines, lane), Double(ref cosines, lane)) = Math.SinCos(Double(ref x, lane));
        }
        return (sines, cosines);
    }

    /// <summary><c>double.SinCosPi</c> of each lane.</summary>
    public static (TLanes SinPi, TLanes CosPi) SinCosPi<TLanes>(TLanes x)
        where TLanes : struct
    {
        TLanes sines = default, cosines = default;
        for (int lane = 0; lane < Lanes.Width<TLanes>(); lane++)
        {
            if (Lanes.IsSingle<TLanes>())
                (Single(ref sines, lane), Single(ref cosines, lane)) = float.SinCosPi(Single(ref x, lane));
            else
                (Double(ref sines, lane), Double(ref cosines, lane)) = double.SinCosPi(Double(ref x, lane));
        }
        return (sines, cosines);
    }

    private readonly struct SinFunction : IUnary
    {
        public static double Of(double x) => Math.Sin(x);

        public static float Of(float x) => MathF.Sin(x);
    }

    private readonly struct CosFunction : IUnary
    {
        public static double Of(double x) => Math.Cos(x);

        public static float Of(float x) => MathF.Cos(x);
    }

    private readonly struct TanFunction : IUnary
    {
        public static double Of(double x) => Math.Tan(x);

        public static float Of(float x) => MathF.Tan(x);
    }

    private readonly struct AsinFunction : IUnary
    {
        public static double Of(double x) => Math.Asin(x);

        public static float Of(float x) => MathF.Asin(x);
    }

    private readonly struct AcosFunction : IUnary
    {
        public static double Of(double x) => Math.Acos(x);

        public static float Of(float x) => MathF.Acos(x);
    }

    private readonly struct AtanFunction : IUnary
    {
        public static double Of(double x) => Math.Atan(x);

        public static float Of(float x) => MathF.Atan(x);
    }

    private readonly struct Atan2Function : IBinary
    {
        public static double Of(double y, double x) => Math.Atan2(y, x);

        public static float Of(float y, float x) => MathF.Atan2(y, x);
    }

    private readonly struct SinPiFunction : IUnary
    {
        public static double Of(double x) => double.SinPi(x);

        public static float Of(float x) => float.SinPi(x);
    }

    private readonly struct CosPiFunction : IUnary
    {
        public static double Of(double x) => double.CosPi(x);

        public static float Of(float x) => float.CosPi(x);
    }

    private readonly struct TanPiFunction : IUnary
    {
        public static double Of(double x) => double.TanPi(x);

        public static float Of(float x) => float.TanPi(x);
    }

    private readonly struct AsinPiFunction : IUnary
    {
        public static double Of(double x) => double.AsinPi(x);

        public static float Of(float x) => float.AsinPi(x);
    }

    private readonly struct AcosPiFunction : IUnary
    {
        public static double Of(double x) => double.AcosPi(x);

        public static float Of(float x) => float.AcosPi(x);
    }

    private readonly struct AtanPiFunction : IUnary
    {
        public static double Of(double x) => double.AtanPi(x);

        public static float Of(float x) => float.AtanPi(x);
    }

    private readonly struct Atan2PiFunction : IBinary
    {
        public static double Of(double y, double x) => double.Atan2Pi(y, x);

        public static float Of(float y, float x) => float.Atan2Pi(y, x);
    }
}
