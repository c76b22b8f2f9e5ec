using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DiffGen.CompilerServices;

// What vectors compute as numbers do, to the bit.
public static partial class ExactMath
{
    /// <summary><c>Math.Sqrt</c> of each lane.</summary>
    public static TLanes Sqrt<TLanes>(TLanes x)
        where TLanes : struct
        => Map<TLanes, SqrtFunction>(x);

    /// <inheritdoc cref="Sqrt{TLanes}(TLanes)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Sqrt(Vector512<double> x) => Vector512.Sqrt(x);

    /// <inheritdoc cref="Sqrt{TLanes}(TLanes)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Sqrt(Vector512<float> x) => Vector512.Sqrt(x);

    /// <inheritdoc cref="Sqrt{TLanes}(TLanes)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Sqrt(Vector256<float> x) => Vector256.Sqrt(x);

    /// <summary><c>Math.Abs</c> of each lane.</summary>
    public static TLanes Abs<TLanes>(TLanes x)
        where TLanes : struct
        => Map<TLanes, AbsFunction>(x);

    /// <inheritdoc cref="Abs{TLanes}(TLanes)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Abs(Vector512<double> x) => Vector512.Abs(x);

    /// <inheritdoc cref="Abs{TLanes}(TLanes)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Abs(Vector512<float> x) => Vector512.Abs(x);

    /// <inheritdoc cref="Abs{TLanes}(TLanes)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Abs(Vector256<float> x) => Vector256.Abs(x);

    /// <summary><c>Math.Floor</c> of each lane.</summary>
    public static TLanes Floor<TLanes>(TLanes x)
        where TLanes : struct
        => Map<TLanes, FloorFunction>(x);

    /// <inheritdoc cref="Floor{TLanes}(TLanes)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Floor(Vector512<double> x) => Vector512.Floor(x);

    /// <inheritdoc cref="Floor{TLanes}(TLanes)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Floor(Vector512<float> x) => Vector512.Floor(x);

    /// <inheritdoc cref="Floor{TLanes}(TLanes)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Floor(Vector256<float> x) => Vector256.Floor(x);

    /// <summary><c>Math.Ceiling</c> of each lane.</summary>
    public static TLanes Ceiling<TLanes>(TLanes x)
        where TLanes : struct
        => Map<TLanes, CeilingFunction>(x);

    /// <inheritdoc cref="Ceiling{TLanes}(TLanes)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Ceiling(Vector512<double> x) => Vector512.Ceiling(x);

    /// <inheritdoc cref="Ceiling{TLanes}(TLanes)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Ceiling(Vector512<float> x) => Vector512.Ceiling(x);

    /// <inheritdoc cref="Ceiling{TLanes}(TLanes)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Ceiling(Vector256<float> x) => Vector256.Ceiling(x);

    /// <summary><c>Math.Truncate</c> of each lane.</summary>
    public static TLanes Truncate<TLanes>(TLanes x)
        where TLanes : struct
        => Map<TLanes, TruncateFunction>(x);

    /// <inheritdoc cref="Truncate{TLanes}(TLanes)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Truncate(Vector512<double> x) => Vector512.Truncate(x);

    /// <inheritdoc cref="Truncate{TLanes}(TLanes)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Truncate(Vector512<float> x) => Vector512.Truncate(x);

    /// <inheritdoc cref="Truncate{TLanes}(TLanes)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Truncate(Vector256<float> x) => Vector256.Truncate(x);

    /// <summary><c>Math.Round</c> of each lane.</summary>
    public static TLanes Round<TLanes>(TLanes x)
        where TLanes : struct
        => Map<TLanes, RoundFunction>(x);

    /// <inheritdoc cref="Round{TLanes}(TLanes)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Round(Vector512<double> x) => Vector512.Round(x);

    /// <inheritdoc cref="Round{TLanes}(TLanes)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Round(Vector512<float> x) => Vector512.Round(x);

    /// <inheritdoc cref="Round{TLanes}(TLanes)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Round(Vector256<float> x) => Vector256.Round(x);

    /// <summary><c>Math.Max</c> of each pair of lanes.</summary>
    public static TLanes Max<TLanes>(TLanes x, TLanes y)
        where TLanes : struct
        => Map<TLanes, MaxFunction>(x, y);

    /// <inheritdoc cref="Max{TLanes}(TLanes, TLanes)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Max(Vector512<double> x, Vector512<double> y) => Vector512.Max(x, y);

    /// <inheritdoc cref="Max{TLanes}(TLanes, TLanes)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Max(Vector512<float> x, Vector512<float> y) => Vector512.Max(x, y);

    /// <inheritdoc cref="Max{TLanes}(TLanes, TLanes)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Max(Vector256<float> x, Vector256<float> y) => Vector256.Max(x, y);

    /// <summary><c>Math.Min</c> of each pair of lanes.</summary>
    public static TLanes Min<TLanes>(TLanes x, TLanes y)
        where TLanes : struct
        => Map<TLanes, MinFunction>(x, y);

    /// <inheritdoc cref="Min{TLanes}(TLanes, TLanes)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Min(Vector512<double> x, Vector512<double> y) => Vector512.Min(x, y);

    /// <inheritdoc cref="Min{TLanes}(TLanes, TLanes)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Min(Vector512<float> x, Vector512<float> y) => Vector512.Min(x, y);

    /// <inheritdoc cref="Min{TLanes}(TLanes, TLanes)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Min(Vector256<float> x, Vector256<float> y) => Vector256.Min(x, y);

    /// <summary><c>Math.CopySign</c> of each pair of lanes.</summary>
    public static TLanes CopySign<TLanes>(TLanes x, TLanes y)
        where TLanes : struct
        => Map<TLanes, CopySignFunction>(x, y);

    /// <inheritdoc cref="CopySign{TLanes}(TLanes, TLanes)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> CopySign(Vector512<double> x, Vector512<double> y) => Vector512.CopySign(x, y);

    /// <inheritdoc cref="CopySign{TLanes}(TLanes, TLanes)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> CopySign(Vector512<float> x, Vector512<float> y) => Vector512.CopySign(x, y);

    /// <inheritdoc cref="CopySign{TLanes}(TLanes, TLanes)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> CopySign(Vector256<float> x, Vector256<float> y) => Vector256.CopySign(x, y);

    /// <summary><c>Math.FusedMultiplyAdd</c> of the three numbers in each lane.</summary>
    public static TLanes FusedMultiplyAdd<TLanes>(TLanes x, TLanes y, TLanes addend)
        where TLanes : struct
        => Map<TLanes, FusedMultiplyAddFunction>(x, y, addend);

    /// <inheritdoc cref="FusedMultiplyAdd{TLanes}(TLanes, TLanes, TLanes)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> FusedMultiplyAdd(Vector512<double> x, Vector512<double> y, Vector512<double> addend) => Vector512.FusedMultiplyAdd(x, y, addend);

    /// <inheritdoc cref="FusedMultiplyAdd{TLanes}(TLanes, TLanes, TLanes)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> FusedMultiplyAdd(Vector512<float> x, Vector512<float> y, Vector512<float> addend) => Vector512.FusedMultiplyAdd(x, y, addend);

    /// <inheritdoc cref="FusedMultiplyAdd{TLanes}(TLanes, TLanes, TLanes)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> FusedMultiplyAdd(Vector256<float> x, Vector256<float> y, Vector256<float> addend) => Vector256.FusedMultiplyAdd(x, y, addend);

    private readonly struct SqrtFunction : IUnary
    {
        public static double Of(double x) => Math.Sqrt(x);

        public static float Of(float x) => MathF.Sqrt(x);
    }

    private readonly struct AbsFunction : IUnary
    {
        public static double Of(double x) => Math.Abs(x);

        public static float Of(float x) => MathF.Abs(x);
    }

    private readonly struct FloorFunction : IUnary
    {
        public static double Of(double x) => Math.Floor(x);

        public static float Of(float x) => MathF.Floor(x);
    }

    private readonly struct CeilingFunction : IUnary
    {
        public static double Of(double x) => Math.Ceiling(x);

        public static float Of(float x) => MathF.Ceiling(x);
    }

    private readonly struct TruncateFunction : IUnary
    {
        public static double Of(double x) => Math.Truncate(x);

        public static float Of(float x) => MathF.Truncate(x);
    }

    private readonly struct RoundFunction : IUnary
    {
        public static double Of(double x) => Math.Round(x);

        public static float Of(float x) => MathF.Round(x);
    }

    private readonly struct MaxFunction : IBinary
    {
        public static double Of(double x, double y) => Math.Max(x, y);

        public static float Of(float x, float y) => MathF.Max(x, y);
    }

    private readonly struct MinFunction : IBinary
    {
        public static double Of(double x, double y) => Math.Min(x, y);

        public static float Of(float x, float y) => MathF.Min(x, y);
    }

    private readonly struct CopySignFunction : IBinary
    {
        public static double Of(double x, double y) => Math.CopySign(x, y);

        public static float Of(float x, float y) => MathF.CopySign(x, y);
    }

    private readonly struct FusedMultiplyAddFunction : ITernary
    {
        public static double Of(double x, double y, double addend) => Math.FusedMultiplyAdd(x, y, addend);

        public static float Of(float x, float y, float addend) => MathF.FusedMultiplyAdd(x, y, addend);
    }
}
