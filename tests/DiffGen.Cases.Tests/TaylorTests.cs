using System;
using System.Linq;
using DiffGen.TestKit;
using Xunit;

namespace DiffGen.Cases.Tests;

/// <summary>Taylor coefficients along a direction: closed forms, reference values, and agreement with the first and the second order.</summary>
public sealed class TaylorTests : IClassFixture<TaylorTests.Probes>
{
    private const string Source = """
        using System;
        using DiffGen;
        namespace Own;

        public struct Point
        {
            public double X;
            public int Tag;
            public double Y;
        }

        public static partial class Functions
        {
            [Differentiable(Derivatives.Taylor)]
            public static double Wave(double t) => Math.Sin(t * t * t) * Math.Exp(-t);

            [Differentiable(Derivatives.Default | Derivatives.Hvp | Derivatives.Taylor)]
            public static double Arrays(double[] x, double[,] m, double[][] rows, Point[] points, int rounds)
            {
                double s = 1;
                var scratch = new double[x.Length];
                for (int r = 0; r < rounds; r++)
                {
                    for (int i = 0; i < x.Length; i++)
                    {
                        scratch[i] = x[i] * s;
                        x[i] = Math.Tanh(scratch[i] + m[r % m.GetLength(0), i]);
                    }
                    foreach (double[] row in rows)
                    {
                        for (int j = 0; j < row.Length; j++)
                            s += row[j] * x[j % x.Length];
                    }
                    for (int k = 0; k < points.Length; k++)
                        points[k].X += points[k].Y * s / (2 + points[k].Tag);
                    if (s > 10)
                        break;
                }
                double total = s;
                foreach (Point p in points)
                    total += p.X * p.X * p.Y;
                return total + Power(x[0], 5) + Iterate(s);
            }

            [Differentiable]
            private static double Power(double x, int n) => n == 0 ? 1 : x * Power(x, n - 1);

            [Differentiable]
            private static double Iterate(double a)
            {
                double y = 1;
                while (Math.Abs(y * y - a * a - 1) > 1e-3)
                    y = 0.5 * (y + (a * a + 1) / y);
                return Math.Floor(y) + y * Math.Max(y, 0.5) + Math.Abs(a);
            }

            [Differentiable(Derivatives.Taylor)]
            public static double Polynomial((double A, double B) p, ref double scale, out double other, [NoDerivative] double c)
            {
                scale *= c;
                other = p.A;
                return p.A * p.A * p.B * scale + c;
            }

            [Differentiable(Derivatives.Taylor)]
            public static float Single(float x, double y) => MathF.Exp(x) * (float)Math.Sin(y * x);
        }

        public static class Probe
        {
            public static double[] Wave(double t, int count) { var c = new double[count]; Functions.WaveTaylor(t, 1, c); return c; }

            private static (double[] X, double[,] M, double[][] Rows, Point[] Points) Data(double k) => (
                [0.3 + k, -0.2, 0.5 - k],
                new double[,] { { 0.1, k, 0.3 }, { -0.4, 0.2 + k, 0.6 } },
                [[0.7, k], [0.2, -0.5, 0.4 + k]],
                [new() { X = 0.3 * k, Tag = 1, Y = 0.9 }, new() { X = 1, Tag = 0, Y = -0.7 + k }]);

            /// <summary>Coefficients, the tangent, and half of v·Hv.</summary>
            public static double[] Arrays(int rounds)
            {
                var (x, m, rows, points) = Data(0);
                var (dx, dm, dRows, dPoints) = Data(0.4);
                var c = new double[5];
                Functions.ArraysTaylor(x, m, rows, points, rounds, dx, dm, dRows, dPoints, c);
                (x, m, rows, points) = Data(0);
                double value = Functions.Arrays(x, m, rows, points, rounds);
                (x, m, rows, points) = Data(0);
                var (hx, hm, hRows, hPoints) = Data(0);
                Functions.ArraysHvp(x, m, rows, points, rounds, dx, dm, dRows, dPoints, hx, hm, hRows, hPoints);
                double product = 0;
                for (int i = 0; i < 3; i++)
                    product += hx[i] * dx[i] + hm[0, i] * dm[0, i] + hm[1, i] * dm[1, i] + hRows[1][i] * dRows[1][i];
                for (int i = 0; i < 2; i++)
                    product += hRows[0][i] * dRows[0][i] + hPoints[i].X * dPoints[i].X + hPoints[i].Y * dPoints[i].Y;
                (x, m, rows, points) = Data(0);
                double tangent = Functions.ArraysJvp(x, m, rows, points, rounds, dx, dm, dRows, dPoints).Tangent;
                return [.. c, value, tangent, product / 2];
            }

            public static double[] Polynomial()
            {
                double scale = 3, dScale = 1;
                var c = new double[6];
                Functions.PolynomialTaylor((2, 5), ref scale, out double other, 0.5, (1, -1), ref dScale, c);
                return [.. c, scale, other, dScale];
            }

            public static float[] Single(float x, double y) { var c = new float[3]; Functions.SingleTaylor(x, y, 1, 0, c); return [.. c, Functions.Single(x, y)]; }

            public static string Wrong(int count)
            {
                try
                {
                    Functions.WaveTaylor(0.5, 1, new double[count]);
                    return "nothing";
                }
                catch (ArgumentException e)
                {
                    return e.Message;
                }
            }
        }
        """;

    private readonly Probes _probes;

    public TaylorTests(Probes probes) => _probes = probes;

    // Derivatives 0 to 5 of sin(t³)·exp(−t) at 0.8: reference values computed with PyTorch 1.13.1 in double precision.
    [Fact]
    public void Coefficients_are_the_reference_derivatives_over_factorials()
    {
        double[] derivatives = WaveDerivatives;
        double[] coefficients = _probes.Call<double[]>("Wave", 0.8, derivatives.Length);
        double factorial = 1;
        for (int k = 0; k < derivatives.Length; k++)
        {
            factorial *= Math.Max(1, k);
            Assert.Equal(derivatives[k] / factorial, coefficients[k], 1e-12 * Math.Max(1, Math.Abs(derivatives[k])));
        }
        Assert.Equal(Math.Sin(0.8 * 0.8 * 0.8) * Math.Exp(-0.8), coefficients[0]);
    }

    private static double[] WaveDerivatives => [0.22013603619154012, 0.5319469664326997, -0.21533194631283403, -7.6785216228480895, -34.29715025388725, -77.40543013338086];

    [Fact]
    public void High_orders_sum_up_to_the_function()
    {
        double[] c = _probes.Call<double[]>("Wave", 0.2, 32);
        double sum = 0;
        for (int k = 31; k >= 0; k--)
            sum = (sum * 0.3) + c[k];
        Assert.Equal(Math.Sin(0.125) * Math.Exp(-0.5), sum, 1e-13);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4)]
    public void Orders_one_and_two_agree_with_tangents_and_Hessians(int rounds)
    {
        double[] r = _probes.Call<double[]>("Arrays", rounds);
        Assert.Equal(r[5], r[0]);
        Assert.Equal(r[6], r[1], 1e-12 * Math.Max(1, Math.Abs(r[6])));
        Assert.Equal(r[7], r[2], 1e-11 * Math.Max(1, Math.Abs(r[7])));
    }

    // (2 + t)²(5 − t)·(3 + t)/2 + 1/2.
    [Fact]
    public void Structs_and_references_take_part()
    {
        double[] r = _probes.Call<double[]>("Polynomial");
        double[] expected = [30.5, 34, 9.5, -1, -0.5, 0];
        for (int k = 0; k < 6; k++)
            Assert.Equal(expected[k], r[k], 1e-13);
        Assert.Equal([1.5, 2, 1], r[6..]);
    }

    [Fact]
    public void Single_precision_keeps_the_value_to_the_bit()
    {
        float[] r = _probes.Call<float[]>("Single", 0.7f, 1.3);
        Assert.Equal(r[3], r[0]);
        double x = 0.7f, y = 1.3;
        Assert.Equal(Math.Exp(x) * (Math.Sin(y * x) + (y * Math.Cos(y * x))), r[1], 1e-5);
        Assert.Equal(Math.Exp(x) * (Math.Sin(y * x) + (2 * y * Math.Cos(y * x)) - (y * y * Math.Sin(y * x))) / 2, r[2], 1e-5);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(33)]
    public void A_wrong_number_of_coefficients_is_refused(int count) =>
        Assert.StartsWith($"'coefficients' has length {count}; it must have from 1 to 32 elements", _probes.Call<string>("Wrong", count), StringComparison.Ordinal);

    /// <summary>The compiled probes, shared by all tests of the class.</summary>
    public sealed class Probes : IDisposable
    {
        private readonly GeneratorRun _run = GeneratorRun.Compile(Source).AssertCleanWithAnalyzers();

        public T Call<T>(string probe, params object?[] arguments) => _run.Invoke<T>("Own.Probe", probe, arguments);

        public void Dispose() => _run.Dispose();
    }
}
