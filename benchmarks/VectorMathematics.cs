using System;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using DiffGen.CompilerServices;

namespace DiffGen.Benchmarks;

/// <summary>Functions of vectors against those of numbers, in nanoseconds per element.</summary>
internal static class VectorMathematics
{
    private const int Count = 2048;

    private static readonly double[] s_x = new double[Count], s_result = new double[Count];
    private static readonly float[] s_singles = new float[Count], s_singleResult = new float[Count];

    private interface IFunction
    {
        static abstract Vector512<double> Of(Vector512<double> x);

        static abstract Vector512<float> Of(Vector512<float> x);

        static abstract double Of(double x);
    }

    public static void Write()
    {
        Console.WriteLine($"| Function, ns per element of {Count} | numbers | vectors | ratio | vectors of floats |");
        Console.WriteLine("|---|---|---|---|---|");
        foreach (Type function in typeof(VectorMathematics).GetNestedTypes(BindingFlags.NonPublic).Where(type => type.IsValueType))
        {
            typeof(VectorMathematics).GetMethod(nameof(Measure), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(function)
                .CreateDelegate<Action>()();
        }
    }

    private static void Measure<TFunction>()
        where TFunction : struct, IFunction
    {
        (double low, double high) = typeof(TFunction).Name switch
        {
            "Asin" or "Acos" => (-1, 1),
            "Log" or "Log2" or "Log10" or "Pow" => (0.01, 100),
            "LogP1" => (-0.5, 10),
            "Tanh" => (-4, 4),
            _ => (-10.0, 10.0),
        };
        var random = new Random(1);
        for (int i = 0; i < Count; i++)
            s_singles[i] = (float)(s_x[i] = low + (high - low) * random.NextDouble());
        double[] times = Timing.Medians(31, 20, Numbers<TFunction>, Vectors<TFunction>, Singles<TFunction>);
        double[] each = [.. times.Select(time => time * 1e6 / Count)];
        Console.WriteLine($"| {typeof(TFunction).Name} | {each[0]:F2} | {each[1]:F2} | {each[1] / each[0]:F2} | {each[2]:F2} |");
    }

    private static void Numbers<TFunction>()
        where TFunction : struct, IFunction
    {
        for (int i = 0; i < s_x.Length; i++)
            s_result[i] = TFunction.Of(s_x[i]);
    }

    private static void Vectors<TFunction>()
        where TFunction : struct, IFunction
    {
        for (int i = 0; i < Count; i += Vector512<double>.Count)
            TFunction.Of(Vector512.LoadUnsafe(ref s_x[0], (nuint)i)).StoreUnsafe(ref s_result[0], (nuint)i);
    }

    private static void Singles<TFunction>()
        where TFunction : struct, IFunction
    {
        for (int i = 0; i < Count; i += Vector512<float>.Count)
            TFunction.Of(Vector512.LoadUnsafe(ref s_singles[0], (nuint)i)).StoreUnsafe(ref s_singleResult[0], (nuint)i);
    }

    private struct Exp : IFunction
    {
        public static Vector512<double> Of(Vector512<double> x) => FastMath.Exp(x);

        public static Vector512<float> Of(Vector512<float> x) => FastMath.Exp(x);

        public static double Of(double x) => Math.Exp(x);
    }

    private struct Exp2 : IFunction
    {
        public static Vector512<double> Of(Vector512<double> x) => FastMath.Exp2(x);

        public static Vector512<float> Of(Vector512<float> x) => FastMath.Exp2(x);

        public static double Of(double x) => double.Exp2(x);
    }

    private struct ExpM1 : IFunction
    {
        public static Vector512<double> Of(Vector512<double> x) => FastMath.ExpM1(x);

        public static Vector512<float> Of(Vector512<float> x) => FastMath.ExpM1(x);

        public static double Of(double x) => double.ExpM1(x);
    }

    private struct Log : IFunction
    {
        public static Vector512<double> Of(Vector512<double> x) => FastMath.Log(x);

        public static Vector512<float> Of(Vector512<float> x) => FastMath.Log(x);

        public static double Of(double x) => Math.Log(x);
    }

    private struct Log2 : IFunction
    {
        public static Vector512<double> Of(Vector512<double> x) => FastMath.Log2(x);

        public static Vector512<float> Of(Vector512<float> x) => FastMath.Log2(x);

        public static double Of(double x) => Math.Log2(x);
    }

    private struct Log10 : IFunction
    {
        public static Vector512<double> Of(Vector512<double> x) => FastMath.Log10(x);

        public static Vector512<float> Of(Vector512<float> x) => FastMath.Log10(x);

        public static double Of(double x) => Math.Log10(x);
    }

    private struct LogP1 : IFunction
    {
        public static Vector512<double> Of(Vector512<double> x) => FastMath.LogP1(x);

        public static Vector512<float> Of(Vector512<float> x) => FastMath.LogP1(x);

        public static double Of(double x) => double.LogP1(x);
    }

    private struct Sin : IFunction
    {
        public static Vector512<double> Of(Vector512<double> x) => FastMath.Sin(x);

        public static Vector512<float> Of(Vector512<float> x) => FastMath.Sin(x);

        public static double Of(double x) => Math.Sin(x);
    }

    private struct Cos : IFunction
    {
        public static Vector512<double> Of(Vector512<double> x) => FastMath.Cos(x);

        public static Vector512<float> Of(Vector512<float> x) => FastMath.Cos(x);

        public static double Of(double x) => Math.Cos(x);
    }

    private struct Tan : IFunction
    {
        public static Vector512<double> Of(Vector512<double> x) => FastMath.Tan(x);

        public static Vector512<float> Of(Vector512<float> x) => FastMath.Tan(x);

        public static double Of(double x) => Math.Tan(x);
    }

    private struct Sinh : IFunction
    {
        public static Vector512<double> Of(Vector512<double> x) => FastMath.Sinh(x);

        public static Vector512<float> Of(Vector512<float> x) => FastMath.Sinh(x);

        public static double Of(double x) => Math.Sinh(x);
    }

    private struct Cosh : IFunction
    {
        public static Vector512<double> Of(Vector512<double> x) => FastMath.Cosh(x);

        public static Vector512<float> Of(Vector512<float> x) => FastMath.Cosh(x);

        public static double Of(double x) => Math.Cosh(x);
    }

    private struct Tanh : IFunction
    {
        public static Vector512<double> Of(Vector512<double> x) => FastMath.Tanh(x);

        public static Vector512<float> Of(Vector512<float> x) => FastMath.Tanh(x);

        public static double Of(double x) => Math.Tanh(x);
    }

    private struct Atan : IFunction
    {
        public static Vector512<double> Of(Vector512<double> x) => FastMath.Atan(x);

        public static Vector512<float> Of(Vector512<float> x) => FastMath.Atan(x);

        public static double Of(double x) => Math.Atan(x);
    }

    private struct Asin : IFunction
    {
        public static Vector512<double> Of(Vector512<double> x) => FastMath.Asin(x);

        public static Vector512<float> Of(Vector512<float> x) => FastMath.Asin(x);

        public static double Of(double x) => Math.Asin(x);
    }

    private struct Acos : IFunction
    {
        public static Vector512<double> Of(Vector512<double> x) => FastMath.Acos(x);

        public static Vector512<float> Of(Vector512<float> x) => FastMath.Acos(x);

        public static double Of(double x) => Math.Acos(x);
    }

    private struct Cbrt : IFunction
    {
        public static Vector512<double> Of(Vector512<double> x) => FastMath.Cbrt(x);

        public static Vector512<float> Of(Vector512<float> x) => FastMath.Cbrt(x);

        public static double Of(double x) => Math.Cbrt(x);
    }

    private struct Pow : IFunction
    {
        public static Vector512<double> Of(Vector512<double> x) => FastMath.Pow(x, Vector512.Create(2.7));

        public static Vector512<float> Of(Vector512<float> x) => FastMath.Pow(x, Vector512.Create(2.7f));

        public static double Of(double x) => Math.Pow(x, 2.7);
    }

    private struct Atan2 : IFunction
    {
        public static Vector512<double> Of(Vector512<double> x) => FastMath.Atan2(x, Vector512.Create(1.5));

        public static Vector512<float> Of(Vector512<float> x) => FastMath.Atan2(x, Vector512.Create(1.5f));

        public static double Of(double x) => Math.Atan2(x, 1.5);
    }
}
