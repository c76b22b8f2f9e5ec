using DiffGen.TestKit;
using Xunit;

namespace DiffGen.Cases.Tests;

/// <summary>Companions of generic methods are generic, and choose among those of their instances.</summary>
public sealed class GenericCompanionTests
{
    private const string Source = """
        using System;
        using System.Numerics;
        using DiffGen;

        namespace Cases;

        public partial record struct Vec<T>(T X, T Y)
            where T : IFloatingPointIeee754<T>;

        public static partial class Model
        {
            [Differentiable(Derivatives.Default | Derivatives.Hvp)]
            public static T F<T>(T x, T y, int n)
                where T : IFloatingPointIeee754<T>
            {
                T r = x;
                for (int i = 0; i < n; i++)
                    r = T.Sin(r * y) + x;
                return r;
            }

            [Differentiable]
            public static T Dot<T>(ReadOnlySpan<T> a, T[] b, double scale)
                where T : struct, INumber<T>
            {
                T sum = T.Zero;
                for (int i = 0; i < a.Length; i++)
                    sum += a[i] * b[i];
                return sum * T.CreateChecked(scale);
            }

            [Differentiable]
            public static (T S, T C) Turn<T>(Vec<T> v, in T angle, ref T state, out T sum)
                where T : IFloatingPointIeee754<T>
            {
                state *= v.X;
                sum = state + angle;
                return (T.Sin(angle) * v.Y, T.Cos(angle) * v.X);
            }

            [Differentiable]
            public static double Mixed<T, U>(T a, U b)
                where T : INumber<T>
                where U : INumber<U> => double.CreateChecked(a) * double.CreateChecked(b);
        }

        public static partial class Solver<T>
            where T : struct, IFloatingPointIeee754<T>
        {
            private static readonly T Half = T.CreateChecked(0.5);

            [Differentiable]
            public static T Root(T x)
            {
                T guess = x;
                for (int i = 0; i < 3; i++)
                    guess = Step(guess, x);
                return guess;
            }

            [Differentiable]
            private static T Step(T guess, T x) => Half * (guess + (x / guess));
        }

        public static partial class Plain
        {
            [Differentiable(Derivatives.Default | Derivatives.Hvp)]
            public static double F(double x, double y, int n)
            {
                double r = x;
                for (int i = 0; i < n; i++)
                    r = Math.Sin(r * y) + x;
                return r;
            }
        }

        public static class Use
        {
            public static bool Scalars()
            {
                bool same = Model.FJvp(0.7, 1.3, 3, 1.0, 0.5) == Plain.FJvp(0.7, 1.3, 3, 1, 0.5) && Model.FGradient<double>(0.7, 1.3, 3) == Plain.FGradient(0.7, 1.3, 3)
                    && Model.FHvp(0.7, 1.3, 3, 1.0, 0.5) == Plain.FHvp(0.7, 1.3, 3, 1, 0.5);
                (float value, (float x, float y)) = Model.FValueAndGradient(0.7f, 1.3f, 3);
                var (dx, dy) = Plain.FGradient(0.7, 1.3, 3);
                return same && value == Model.F(0.7f, 1.3f, 3) && Math.Abs(x - dx) < 1e-5 && Math.Abs(y - dy) < 1e-5;
            }

            public static bool Buffers()
            {
                float[] a = [1, 2], b = [3, 4];
                var da = new float[2];
                var db = new float[2];
                double scale = Model.DotGradient<float>(a, b, 2, da, db);
                var fresh = Model.DotGradient<float>(a, b, 2);
                double value = Model.DotJvp<double>(new double[] { 1, 2 }, [3, 4], 2, new double[] { 1, 0 }, new double[] { 0, 1 }, 0).Tangent;
                return scale == 11 && da[0] == 6 && da[1] == 8 && db[0] == 2 && db[1] == 4 && fresh.a[1] == 8 && fresh.b[1] == 4 && fresh.scale == scale && value == 10;
            }

            public static bool Values()
            {
                double state = 2, dState = 1;
                var (v, dAngle) = Model.TurnVjp(new Vec<double>(3, 4), 0.0, ref state, 10.0, (1.0, 0.0), ref dState);
                return v.X == 22 && dAngle == 14 && dState == 33 && Model.MixedGradient(2.0, 3f) == (3, 2f) && Solver<float>.RootGradient(4f) is > 0.24f and < 0.27f;
            }

            public static bool Others()
            {
                try
                {
                    Model.FGradient((Half)1, (Half)2, 3);
                    return false;
                }
                catch (NotSupportedException exception)
                {
                    return exception.Message.Contains("'F'") && exception.Message.Contains("double");
                }
            }
        }
        """;

    [Theory]
    [InlineData("Scalars")]
    [InlineData("Buffers")]
    [InlineData("Values")]
    [InlineData("Others")]
    public void Choose_the_instance(string test)
    {
        using GeneratorRun run = GeneratorRun.Compile(Source).AssertCleanWithAnalyzers();
        Assert.True(run.Invoke<bool>("Cases.Use", test));
    }
}
