using System;
using DiffGen.TestKit;
using Xunit;

namespace DiffGen.Cases.Tests;

/// <summary>In steady state companions with destinations of the caller allocate nothing.</summary>
public sealed class AllocationTests : IClassFixture<AllocationTests.Probes>
{
    private const string Source = """
        using System;
        using DiffGen;
        namespace Own;

        public static partial class Functions
        {
            public readonly record struct P(double X, double Y);

            [Differentiable]
            public static double Structs(P p, double s) => Turn(Turn(p, s), s * 2).X;

            [Differentiable]
            private static P Turn(P p, double a) => new((Math.Cos(a) * p.X) - (Math.Sin(a) * p.Y), (Math.Sin(a) * p.X) + (Math.Cos(a) * p.Y));

            [Differentiable]
            public static double Recursion(double x, int n) => n == 0 ? x : Math.Sin(Recursion(x, n - 1)) * x;

            [Differentiable]
            public static double Carried(double[] x)
            {
                double s = 1;
                for (int i = 0; i < x.Length; i++)
                    s = Math.Sin(s * x[i]) + s;
                return s;
            }

            [Differentiable]
            public static double InPlace(Span<double> x)
            {
                for (int k = 0; k < 3; k++)
                {
                    for (int i = 1; i < x.Length; i++)
                        x[i] = Math.Sin(x[i - 1] * x[i]);
                }
                return x[^1];
            }

            [Differentiable]
            public static double Sum(ReadOnlySpan<double> x)
            {
                double s = 0;
                foreach (double e in x)
                    s += Math.Exp(e) * e;
                return s;
            }
        }

        public static class Probe
        {
            private static readonly double[] X = new double[500], D = new double[500], Large = new double[50000], LargeD = new double[50000];

            private static void Once(string name, int size)
            {
                switch (name)
                {
                    case "Structs": Functions.StructsGradient(new(1, 2), 0.3); Functions.StructsValueAndGradient(new(1, 2), 0.3); Functions.StructsJvp(new(1, 2), 0.3, new(1, 0), 1); break;
                    case "Recursion": Functions.RecursionGradient(0.5, size); break;
                    case "Carried": Functions.CarriedGradient(size > 500 ? Large : X, size > 500 ? LargeD : D); break;
                    case "InPlace": Functions.InPlaceGradient(size > 500 ? Large : X, size > 500 ? LargeD : D); break;
                    case "Sum": Functions.SumGradient(X, D); break;
                }
            }

            public static long Allocated(string name)
            {
                Array.Fill(X, 0.5);
                Array.Fill(Large, 0.5);
                for (int i = 0; i < 50; i++)
                    Once(name, 100);
                Once(name, name == "Recursion" ? 2000 : 50000);
                Once(name, 100);
                long before = GC.GetAllocatedBytesForCurrentThread();
                for (int i = 0; i < 100; i++)
                    Once(name, 100);
                return GC.GetAllocatedBytesForCurrentThread() - before;
            }
        }
        """;

    private readonly Probes _probes;

    public AllocationTests(Probes probes) => _probes = probes;

    [Theory]
    [InlineData("Structs")]
    [InlineData("Recursion")]
    [InlineData("Carried")]
    [InlineData("InPlace")]
    [InlineData("Sum")]
    public void Nothing_is_allocated_in_steady_state(string name) => Assert.Equal(0, _probes.Allocated(name));

    /// <summary>The compiled probes, shared by all tests of the class.</summary>
    public sealed class Probes : IDisposable
    {
        private readonly GeneratorRun _run = GeneratorRun.Compile(Source).AssertClean();

        public long Allocated(string name) => _run.Invoke<long>("Own.Probe", "Allocated", name);

        public void Dispose() => _run.Dispose();
    }
}
