using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace DiffGen.CompilerServices;

/// <summary>
/// Several directions side by side in a SIMD vector, or a single one in a number: unit directions go in, columns or rows of a
/// matrix come out. For generated code.
/// </summary>
/// <remarks>A type parameter <c>TLane</c> is <c>double</c>, <c>float</c>, or a vector of either.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class Lanes
{
    /// <summary>Numbers in one <typeparamref name="TLane"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Width<TLane>()
        where TLane : struct
        => Unsafe.SizeOf<TLane>() / (IsSingle<TLane>() ? sizeof(float) : sizeof(double));

    /// <summary>One in the given lane and zero in all others; zero everywhere if there is no such lane.</summary>
    public static TLane Unit<TLane>(int lane)
        where TLane : struct
    {
        TLane result = default;
        if ((uint)lane < (uint)Width<TLane>())
            SetOne(ref result, lane);
        return result;
    }

    /// <summary>Element <c>i</c> becomes the unit of lane <paramref name="lane"/> + i, and zero where there is no such lane.</summary>
    public static void Seed<TLane>(Span<TLane> seeds, int lane)
        where TLane : struct
    {
        ZeroedMemory.Clear(seeds);
        // Most buffers have no direction in this pass.
        if (lane >= Width<TLane>() || -(long)lane >= seeds.Length)
            return;
        int first = Math.Max(0, -(long)lane > seeds.Length ? seeds.Length : -lane);
        int last = (int)Math.Min(seeds.Length, (long)Width<TLane>() - lane);
        for (int i = first; i < last; i++)
            SetOne(ref seeds[i], lane + i);
    }

    /// <summary>The same for the elements of all rows.</summary>
    public static void Seed<TLane>(TLane[,] seeds, int lane)
        where TLane : struct
        => Seed(Destination.AsSpan(seeds), lane);

    /// <summary>The same for the elements of all rows, one row after the other.</summary>
    public static void Seed<TLane>(TLane[]?[] seeds, int lane)
        where TLane : struct
    {
        foreach (TLane[]? row in seeds)
        {
            Seed<TLane>(row.AsSpan(), lane);
            lane += row?.Length ?? 0;
        }
    }

    /// <summary>Double precision for each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Widen(Vector256<float> lanes)
    {
        (Vector256<double> lower, Vector256<double> upper) = Vector256.Widen(lanes);
        return Vector512.Create(lower, upper);
    }

    /// <inheritdoc cref="Widen(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Widen(Vector128<float> lanes)
    {
        (Vector128<double> lower, Vector128<double> upper) = Vector128.Widen(lanes);
        return Vector256.Create(lower, upper);
    }

    /// <inheritdoc cref="Widen(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Widen(Vector64<float> lanes) => Vector128.Create((double)lanes.GetElement(0), lanes.GetElement(1));

    /// <summary>Each lane rounded to single precision.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Narrow(Vector512<double> lanes) => Vector256.Narrow(lanes.GetLower(), lanes.GetUpper());

    /// <inheritdoc cref="Narrow(Vector512{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Narrow(Vector256<double> lanes) => Vector128.Narrow(lanes.GetLower(), lanes.GetUpper());

    /// <inheritdoc cref="Narrow(Vector512{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector64<float> Narrow(Vector128<double> lanes) => Vector64.Create((float)lanes.GetElement(0), (float)lanes.GetElement(1));

    // Known to the compiler for each type, so that only one way remains.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool IsSingle<T>()
        => typeof(T) == typeof(float) || typeof(T) == typeof(Vector512<float>) || typeof(T) == typeof(Vector256<float>)
            || typeof(T) == typeof(Vector128<float>) || typeof(T) == typeof(Vector64<float>);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void SetOne<TLane>(ref TLane lanes, int lane)
        where TLane : struct
    {
        if (IsSingle<TLane>())
            Unsafe.Add(ref Unsafe.As<TLane, float>(ref lanes), lane) = 1;
        else
            Unsafe.Add(ref Unsafe.As<TLane, double>(ref lanes), lane) = 1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TNumber Get<TLane, TNumber>(ref TLane lanes, int lane)
        where TLane : struct
        where TNumber : struct
    {
        if (IsSingle<TLane>())
        {
            float single = Unsafe.Add(ref Unsafe.As<TLane, float>(ref lanes), lane);
            return IsSingle<TNumber>() ? Unsafe.BitCast<float, TNumber>(single) : Unsafe.BitCast<double, TNumber>(single);
        }
        double number = Unsafe.Add(ref Unsafe.As<TLane, double>(ref lanes), lane);
        return IsSingle<TNumber>() ? Unsafe.BitCast<float, TNumber>((float)number) : Unsafe.BitCast<double, TNumber>(number);
    }
}
