using System;

namespace DiffGen.CompilerServices;

// Exponentials and logarithms.
public static partial class ExactMath
{
    /// <summary><c>Math.Exp</c> of each lane.</summary>
    public static TLanes Exp<TLanes>(TLanes x)
        where TLanes : struct
        => Map<TLanes, ExpFunction>(x);

    /// <summary><c>double.Exp2</c> of each lane.</summary>
    public static TLanes Exp2<TLanes>(TLanes x)
        where TLanes : struct
        => Map<TLanes, Exp2Function>(x);

    /// <summary><c>double.Exp10</c> of each lane.</summary>
    public static TLanes Exp10<TLanes>(TLanes x)
        where TLanes : struct
        => Map<TLanes, Exp10Function>(x);

    /// <summary><c>double.ExpM1</c> of each lane.</summary>
    public static TLanes ExpM1<TLanes>(TLanes x)
        where TLanes : struct
        => Map<TLanes, ExpM1Function>(x);

    /// <summary><c>double.Exp2M1</c> of each lane.</summary>
    public static TLanes Exp2M1<TLanes>(TLanes x)
        where TLanes : struct
        => Map<TLanes, Exp2M1Function>(x);

    /// <summary><c>double.Exp10M1</c> of each lane.</summary>
    public static TLanes Exp10M1<TLanes>(TLanes x)
        where TLanes : struct
        => Map<TLanes, Exp10M1Function>(x);

    /// <summary><c>Math.Log</c> of each lane.</summary>
    public static TLanes Log<TLanes>(TLanes x)
        where TLanes : struct
        => Map<TLanes, LogFunction>(x);

    /// <summary><c>Math.Log</c> of each pair of lanes.</summary>
    public static TLanes Log<TLanes>(TLanes x, TLanes newBase)
        where TLanes : struct
        => Map<TLanes, LogOfTwoFunction>(x, newBase);

    /// <summary><c>Math.Log2</c> of each lane.</summary>
    public static TLanes Log2<TLanes>(TLanes x)
        where TLanes : struct
        => Map<TLanes, Log2Function>(x);

    /// <summary><c>Math.Log10</c> of each lane.</summary>
    public static TLanes Log10<TLanes>(TLanes x)
        where TLanes : struct
        => Map<TLanes, Log10Function>(x);

    /// <summary><c>double.LogP1</c> of each lane.</summary>
    public static TLanes LogP1<TLanes>(TLanes x)
        where TLanes : struct
        => Map<TLanes, LogP1Function>(x);

    /// <summary><c>double.Log2P1</c> of each lane.</summary>
    public static TLanes Log2P1<TLanes>(TLanes x)
        where TLanes : struct
        => Map<TLanes, Log2P1Function>(x);

    /// <summary><c>double.Log10P1</c> of each lane.</summary>
    public static TLanes Log10P1<TLanes>(TLanes x)
        where TLanes : struct
        => Map<TLanes, Log10P1Function>(x);

    private readonly struct ExpFunction : IUnary
    {
        public static double Of(double x) => Math.Exp(x);

        public static float Of(float x) => MathF.Exp(x);
    }

    private readonly struct Exp2Function : IUnary
    {
        public static double Of(double x) => double.Exp2(x);

        public static float Of(float x) => float.Exp2(x);
    }

    private readonly struct Exp10Function : IUnary
    {
        public static double Of(double x) => double.Exp10(x);

        public static float Of(float x) => float.Exp10(x);
    }

    private readonly struct ExpM1Function : IUnary
    {
        public static double Of(double x) => double.ExpM1(x);

        public static float Of(float x) => float.ExpM1(x);
    }

    private readonly struct Exp2M1Function : IUnary
    {
        public static double Of(double x) => double.Exp2M1(x);

        public static float Of(float x) => float.Exp2M1(x);
    }

    private readonly struct Exp10M1Function : IUnary
    {
        public static double Of(double x) => double.Exp10M1(x);

        public static float Of(float x) => float.Exp10M1(x);
    }

    private readonly struct LogFunction : IUnary
    {
        public static double Of(double x) => Math.Log(x);

        public static float Of(float x) => MathF.Log(x);
    }

    private readonly struct LogOfTwoFunction : IBinary
    {
        public static double Of(double x, double newBase) => Math.Log(x, newBase);

        public static float Of(float x, float newBase) => MathF.Log(x, newBase);
    }

    private readonly struct Log2Function : IUnary
    {
        public static double Of(double x) => Math.Log2(x);

        public static float Of(float x) => MathF.Log2(x);
    }

    private readonly struct Log10Function : IUnary
    {
        public static double Of(double x) => Math.Log10(x);

        public static float Of(float x) => MathF.Log10(x);
    }

    private readonly struct LogP1Function : IUnary
    {
        public static double Of(double x) => double.LogP1(x);

        public static float Of(float x) => float.LogP1(x);
    }

    private readonly struct Log2P1Function : IUnary
    {
        public static double Of(double x) => double.Log2P1(x);

        public static float Of(float x) => float.Log2P1(x);
    }

    private readonly struct Log10P1Function : IUnary
    {
        public static double Of(double x) => double.Log10P1(x);

        public static float Of(float x) => float.Log10P1(x);
    }
}
