namespace DiffGen.CompilerServices;

// Questions about numbers, answered by masks.
public static partial class ExactMath
{
    /// <summary>All bits of each lane for which <c>double.IsEvenInteger</c> holds.</summary>
    public static TLanes IsEvenInteger<TLanes>(TLanes x)
        where TLanes : struct
        => Where<TLanes, IsEvenIntegerQuestion>(x);

    /// <summary>All bits of each lane for which <c>double.IsFinite</c> holds.</summary>
    public static TLanes IsFinite<TLanes>(TLanes x)
        where TLanes : struct
        => Where<TLanes, IsFiniteQuestion>(x);

    /// <summary>All bits of each lane for which <c>double.IsInfinity</c> holds.</summary>
    public static TLanes IsInfinity<TLanes>(TLanes x)
        where TLanes : struct
        => Where<TLanes, IsInfinityQuestion>(x);

    /// <summary>All bits of each lane for which <c>double.IsInteger</c> holds.</summary>
    public static TLanes IsInteger<TLanes>(TLanes x)
        where TLanes : struct
        => Where<TLanes, IsIntegerQuestion>(x);

    /// <summary>All bits of each lane for which <c>double.IsNaN</c> holds.</summary>
    public static TLanes IsNaN<TLanes>(TLanes x)
        where TLanes : struct
        => Where<TLanes, IsNaNQuestion>(x);

    /// <summary>All bits of each lane for which <c>double.IsNegative</c> holds.</summary>
    public static TLanes IsNegative<TLanes>(TLanes x)
        where TLanes : struct
        => Where<TLanes, IsNegativeQuestion>(x);

    /// <summary>All bits of each lane for which <c>double.IsNegativeInfinity</c> holds.</summary>
    public static TLanes IsNegativeInfinity<TLanes>(TLanes x)
        where TLanes : struct
        => Where<TLanes, IsNegativeInfinityQuestion>(x);

    /// <summary>All bits of each lane for which <c>double.IsNormal</c> holds.</summary>
    public static TLanes IsNormal<TLanes>(TLanes x)
        where TLanes : struct
        => Where<TLanes, IsNormalQuestion>(x);

    /// <summary>All bits of each lane for which <c>double.IsOddInteger</c> holds.</summary>
    public static TLanes IsOddInteger<TLanes>(TLanes x)
        where TLanes : struct
        => Where<TLanes, IsOddIntegerQuestion>(x);

    /// <summary>All bits of each lane for which <c>double.IsPositive</c> holds.</summary>
    public static TLanes IsPositive<TLanes>(TLanes x)
        where TLanes : struct
        => Where<TLanes, IsPositiveQuestion>(x);

    /// <summary>All bits of each lane for which <c>double.IsPositiveInfinity</c> holds.</summary>
    public static TLanes IsPositiveInfinity<TLanes>(TLanes x)
        where TLanes : struct
        => Where<TLanes, IsPositiveInfinityQuestion>(x);

    /// <summary>All bits of each lane for which <c>double.IsPow2</c> holds.</summary>
    public static TLanes IsPow2<TLanes>(TLanes x)
        where TLanes : struct
        => Where<TLanes, IsPow2Question>(x);

    /// <summary>All bits of each lane for which <c>double.IsRealNumber</c> holds.</summary>
    public static TLanes IsRealNumber<TLanes>(TLanes x)
        where TLanes : struct
        => Where<TLanes, IsRealNumberQuestion>(x);

    /// <summary>All bits of each lane for which <c>double.IsSubnormal</c> holds.</summary>
    public static TLanes IsSubnormal<TLanes>(TLanes x)
        where TLanes : struct
        => Where<TLanes, IsSubnormalQuestion>(x);

    private readonly struct IsEvenIntegerQuestion : IQuestion
    {
        public static bool Of(double x) => double.IsEvenInteger(x);

        public static bool Of(float x) => float.IsEvenInteger(x);
    }

    private readonly struct IsFiniteQuestion : IQuestion
    {
        public static bool Of(double x) => double.IsFinite(x);

        public static bool Of(float x) => float.IsFinite(x);
    }

    private readonly struct IsInfinityQuestion : IQuestion
    {
        public static bool Of(double x) => double.IsInfinity(x);

        public static bool Of(float x) => float.IsInfinity(x);
    }

    private readonly struct IsIntegerQuestion : IQuestion
    {
        public static bool Of(double x) => double.IsInteger(x);

        public static bool Of(float x) => float.IsInteger(x);
    }

    private readonly struct IsNaNQuestion : IQuestion
    {
        public static bool Of(double x) => double.IsNaN(x);

        public static bool Of(float x) => float.IsNaN(x);
    }

    private readonly struct IsNegativeQuestion : IQuestion
    {
        public static bool Of(double x) => double.IsNegative(x);

        public static bool Of(float x) => float.IsNegative(x);
    }

    private readonly struct IsNegativeInfinityQuestion : IQuestion
    {
        public static bool Of(double x) => double.IsNegativeInfinity(x);

        public static bool Of(float x) => float.IsNegativeInfinity(x);
    }

    private readonly struct IsNormalQuestion : IQuestion
    {
        public static bool Of(double x) => double.IsNormal(x);

        public static bool Of(float x) => float.IsNormal(x);
    }

    private readonly struct IsOddIntegerQuestion : IQuestion
    {
        public static bool Of(double x) => double.IsOddInteger(x);

        public static bool Of(float x) => float.IsOddInteger(x);
    }

    private readonly struct IsPositiveQuestion : IQuestion
    {
        public static bool Of(double x) => double.IsPositive(x);

        public static bool Of(float x) => float.IsPositive(x);
    }

    private readonly struct IsPositiveInfinityQuestion : IQuestion
    {
        public static bool Of(double x) => double.IsPositiveInfinity(x);

        public static bool Of(float x) => float.IsPositiveInfinity(x);
    }

    private readonly struct IsPow2Question : IQuestion
    {
        public static bool Of(double x) => double.IsPow2(x);

        public static bool Of(float x) => float.IsPow2(x);
    }

    private readonly struct IsRealNumberQuestion : IQuestion
    {
        public static bool Of(double x) => double.IsRealNumber(x);

        public static bool Of(float x) => float.IsRealNumber(x);
    }

    private readonly struct IsSubnormalQuestion : IQuestion
    {
        public static bool Of(double x) => double.IsSubnormal(x);

        public static bool Of(float x) => float.IsSubnormal(x);
    }
}
