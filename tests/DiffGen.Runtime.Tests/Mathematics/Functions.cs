using System;
using System.Linq;
using System.Numerics;
using System.Reflection;
using System.Runtime.Intrinsics;
using DiffGen.CompilerServices;

namespace DiffGen.Runtime.Tests.Mathematics;

/// <summary>The functions of <see cref="FastMath"/> by their names, and those of one number that they stand for.</summary>
internal static class Functions
{
    public static readonly string[] OfOne =
        ["Exp", "Exp2", "ExpM1", "Log", "Log2", "Log10", "LogP1", "Sin", "Cos", "Tan", "Sinh", "Cosh", "Tanh", "Atan", "Asin", "Acos", "Cbrt"];

    public static readonly string[] OfTwo = ["Atan2", "Pow"];

    /// <summary>A function of vectors, applied to one number in each lane, or to pairs of numbers.</summary>
    public static double[] Apply(string name, int width, double[] x, double[]? y = null) => width switch
    {
        8 => Apply<Vector512<double>, double>(name, x, y),
        4 => Apply<Vector256<double>, double>(name, x, y),
        _ => Apply<Vector128<double>, double>(name, x, y),
    };

    public static float[] ApplySingle(string name, int width, float[] x, float[]? y = null) =>
        width == 16 ? Apply<Vector512<float>, float>(name, x, y) : Apply<Vector256<float>, float>(name, x, y);

    /// <summary>The function of one number, or of a pair.</summary>
    public static double OfNumber(string name, double x, double y = 0)
    {
        Type[] types = OfTwo.Contains(name) ? [typeof(double), typeof(double)] : [typeof(double)];
        MethodInfo method = typeof(Math).GetMethod(name, types) ?? typeof(double).GetMethod(name, types)!;
        return (double)method.Invoke(null, types.Length == 1 ? [x] : [x, y])!;
    }

    private static TNumber[] Apply<TLanes, TNumber>(string name, TNumber[] x, TNumber[]? y)
        where TLanes : struct
        where TNumber : struct, INumber<TNumber>
    {
        var result = new TNumber[x.Length];
        MethodInfo method = typeof(FastMath).GetMethod(name, y is null ? [typeof(TLanes)] : [typeof(TLanes), typeof(TLanes)])!;
        Func<TLanes, TLanes>? one = y is null ? method.CreateDelegate<Func<TLanes, TLanes>>() : null;
        Func<TLanes, TLanes, TLanes>? two = y is null ? null : method.CreateDelegate<Func<TLanes, TLanes, TLanes>>();
        int width = Lanes.Width<TLanes>();
        for (int i = 0; i < x.Length; i += width)
        {
            TLanes lanes = Load<TLanes, TNumber>(x, i);
            TLanes results = one is not null ? one(lanes) : two!(lanes, Load<TLanes, TNumber>(y!, i));
            System.Runtime.InteropServices.MemoryMarshal.Cast<TLanes, TNumber>([results])[..Math.Min(width, x.Length - i)].CopyTo(result.AsSpan(i));
        }
        return result;
    }

    private static TLanes Load<TLanes, TNumber>(TNumber[] numbers, int start)
        where TLanes : struct
        where TNumber : struct, INumber<TNumber>
    {
        var lanes = new TLanes[1];
        Span<TNumber> span = System.Runtime.InteropServices.MemoryMarshal.Cast<TLanes, TNumber>(lanes.AsSpan());
        // The last vector is filled with ones.
        for (int i = 0; i < span.Length; i++)
            span[i] = start + i < numbers.Length ? numbers[start + i] : TNumber.One;
        return lanes[0];
    }
}
