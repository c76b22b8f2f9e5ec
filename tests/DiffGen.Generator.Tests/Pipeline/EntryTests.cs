using System;
using DiffGen.TestKit;
using Xunit;

namespace DiffGen.Generator.Tests.Pipeline;

/// <summary>What companions do around their bodies: argument checks, destinations, references, results.</summary>
public sealed class EntryTests
{
    [Fact]
    public void DestinationsAreCheckedBeforeAnythingIsWritten() => Run("""
        [Differentiable]
        public static double F(double[] x, ReadOnlySpan<double> w) => x[0] * w[1];

        public static void Test()
        {
            double[] x = [2, 3], w = [5, 7], dx = [1, 1], dw = [1, 1];
            Throws<ArgumentNullException>("x", () => FGradient(null!, w, dx, dw));
            Throws<ArgumentException>("dx", () => FGradient(x, w, new double[3], dw));
            Throws<ArgumentException>("dw", () => FVjp(x, w, 1, dx, new double[1]));
            Throws<ArgumentException>("dx", () => FJvp(x, w, new double[3], dw));
            Throws<ArgumentException>("dw", () => FGradient(x, w, dx, dx));
            Throws<ArgumentException>("dx", () => FGradient(x, w, x, dw));
            Throws<ArgumentException>("dw", () => FGradient(x, w, dx, x));
            Equal(1, dx[0]); Equal(1, dw[1]); Equal(2, x[0]);
            Equal(10 + 14, FJvp(x, x, x, x).Tangent + 12);
        }
        """);

    [Fact]
    public void GradientOverwritesAndVjpAccumulates() => Run("""
        [Differentiable]
        public static double F(double[] x, double k) => x[0] * x[1] * k;

        public static void Test()
        {
            double[] x = [2, 3], dx = [100, 100];
            Equal(6, FGradient(x, 5, dx));
            Equal(15, dx[0]); Equal(10, dx[1]);
            Equal(12, FVjp(x, 5, 2, dx));
            Equal(45, dx[0]); Equal(30, dx[1]);
            var (value, gradient) = FValueAndGradient(x, 5);
            Equal(30, value); Equal(15, gradient.x[0]); Equal(6, gradient.k);
        }
        """);

    [Fact]
    public void ReferencesGoInAndOut() => Run("""
        [Differentiable]
        public static double F(ref double x, in double y, out double z, out int n)
        {
            n = 3;
            z = x * y;
            x = x * x;
            return z + x;
        }

        public static void Test()
        {
            double x = 2, dx = 100;
            Equal(2, FGradient(ref x, 3, out double z, out int n, ref dx));
            Equal(4, x); Equal(6, z); Equal(3, n); Equal(7, dx);
            x = 2; dx = 10;
            Equal(2 * 1 + 2 * 5, FVjp(ref x, 3, 5, out n, 1, ref dx));
            Equal(3 * (1 + 5) + 4 * (1 + 10), dx);
            x = 2; dx = 1;
            Equal(7, FJvp(ref x, 3, out z, out n, ref dx, 0, out double dz).Tangent);
            Equal(4, dx); Equal(3, dz);
            double[] a = [1];
            Throws<ArgumentException>("dx", () => { double v = 1; FGradient(ref v, 3, out _, out _, ref v); });
        }
        """);

    [Fact]
    public void StructsComeBackAsStructs() => Run("""
        public readonly record struct P(double X, double Y, int Id);

        [Differentiable]
        public static P F(P p, (double A, float B) q) => p with { X = p.X * q.A, Y = p.Y + q.B };

        public static void Test()
        {
            var (dp, dq) = FVjp(new P(2, 3, 4), (5, 6), new P(10, 20, 0));
            Equal(50, dp.X); Equal(20, dp.Y); Equal(0, dp.Id); Equal(20, dq.A); Equal(20, dq.B);
            var (value, tangent) = FJvp(new P(2, 3, 4), (5, 6), new P(1, 0, 0), (0, 1));
            Equal(10, value.X); Equal(4, value.Id); Equal(5, tangent.X); Equal(1, tangent.Y);
        }
        """);

    [Fact]
    public void ArraysAreReturnedWithTheirTangents() => Run("""
        [Differentiable]
        public static double[] F(double x) => new[] { x, x * x };

        public static void Test()
        {
            var (value, tangent) = FJvp(3, 1);
            Equal(9, value[1]); Equal(6, tangent[1]);
            Equal(1 + 60, FVjp(3, [1, 10]));
            Throws<ArgumentException>("cotangent", () => FVjp(3, [1]));
        }
        """);

    [Fact]
    public void RepeatedAttributesNameTheirCompanions() => Run("""
        [Differentiable(Wrt = new[] { nameof(x) })]
        [Differentiable(Derivatives.Gradient, Name = "G", Wrt = new[] { nameof(y) })]
        public static double F(double x, double y = 3) => x * y;

        public static void Test()
        {
            Equal(3, FGradient(2));
            Equal(2, GGradient(2));
            Equal(1, 1);
        }
        """);

    [Fact]
    public void OutParametersFollowWrtAsResults() => Run("""
        [Differentiable(Wrt = new[] { nameof(x) })]
        public static void F(double x, double k, out double y) => y = x * k;

        public static void Test() => Equal(6, FVjp(1, 3, 2));
        """);

    [Fact]
    public void EscapedIdentifiersNameFilesAndParameters()
    {
        using GeneratorRun run = GeneratorRun.Compile("""
            namespace @namespace.@class
            {
                public partial record struct Holder<T>(T Value)
                {
                    private static partial class @event
                    {
                        [DiffGen.Differentiable]
                        private static double F(double @double, double[] @params, string? text = null, System.DayOfWeek day = System.DayOfWeek.Friday) =>
                            text == null ? @double * @params[0] : 0;
                    }
                }
            }
            """).AssertCleanWithAnalyzers();
        Assert.Equal("namespace.class.Holder`1.event.F.g.cs", Assert.Single(run.GeneratedFiles).HintName);
    }

    private static void Run(string members)
    {
        string source = $$"""
            using System;
            using DiffGen;

            public static partial class M
            {
            {{members}}

                private static void Equal(double expected, double actual)
                {
                    if (expected != actual)
                        throw new Exception($"expected {expected}, got {actual}");
                }

                private static void Throws<T>(string parameter, Action action) where T : ArgumentException
                {
                    try { action(); }
                    catch (T e) when (e.GetType() == typeof(T) && e.ParamName == parameter) { return; }
                    throw new Exception($"no {typeof(T).Name} for {parameter}");
                }
            }
            """;
        using GeneratorRun run = GeneratorRun.Compile(source).AssertCleanWithAnalyzers();
        try
        {
            run.Invoke("M", "Test");
        }
        catch (Exception exception)
        {
            throw new TestKitException(exception + "\n" + run.GeneratedText);
        }
    }
}
