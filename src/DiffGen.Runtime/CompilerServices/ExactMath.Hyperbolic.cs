using System;

namespace DiffGen.CompilerServices;

// Hyperbolic functions and their inverses.
public static partial class ExactMath
{
    /// <summary><c>Math.Sinh</c> of each lane.</summary>
    public static TLanes Sinh<TLanes>(TLanes x)
        where TLanes : struct
        => Map<TLanes, SinhFunction>(x);

    /// <summary><c>Math.Cosh</c> of each lane.</summary>
    public static TLanes Cosh<TLanes>(TLanes x)
        where TLanes : struct
        => Map<TLanes, CoshFunction>(x);

    /// <summary><c>Math.Tanh</c> of each lane.</summary>
    public static TLanes Tanh<TLanes>(TLanes x)
        where TLanes : struct
        => Map<TLanes, TanhFunction>(x);

    /// <summary><c>Math.Asinh</c> of each lane.</summary>
    public static TLanes Asinh<TLanes>(TLanes x)
        where TLanes : struct
        => Map<TLanes, AsinhFunction>(x);

    /// <summary><c>Math.Acosh</c> of each lane.</summary>
    public static TLanes Acosh<TLanes>(TLanes x)
        where TLanes : struct
        => Map<TLanes, AcoshFunction>(x);

    /// <summary><c>Math.Atanh</c> of each lane.</summary>
    public static TLanes Atanh<TLanes>(TLanes x)
        where TLanes : struct
        => Map<TLanes, AtanhFunction>(x);

    private readonly struct SinhFunction : IUnary
    {
        public static double Of(double x) => Math.Sinh(x);

        public static float Of(float x) => MathF.Sinh(x);
    }

    private readonly struct CoshFunction : IUnary
    {
        public static double Of(double x) => Math.Cosh(x);

        public static float Of(float x) => MathF.Cosh(x);
    }

    private readonly struct TanhFunction : IUnary
    {
        public static double Of(double x) => Math.Tanh(x);

        public static float Of(float x) => MathF.Tanh(x);
    }

    private readonly struct AsinhFunction : IUnary
    {
        public static double Of(double x) => Math.Asinh(x);

        public static float Of(float x) => MathF.Asinh(x);
    }

    private readonly struct AcoshFunction : IUnary
    {
        public static double Of(double x) => Math.Acosh(x);

        public static float Of(float x) => MathF.Acosh(x);
    }

    private readonly struct AtanhFunction : IUnary
    {
        public static double Of(double x) => Math.Atanh(x);

        public static float Of(float x) => MathF.Atanh(x);
    }
}
