namespace DiffGen.Cases.Tests;

/// <summary>Cases that hold their companions themselves, so that the runner can be tested without the generator.</summary>
internal static class HandWritten
{
    /// <summary>A scalar, a buffer that is read, a constant, a ref parameter and an out parameter.</summary>
    public const string Mixed = """
        // Every kind of parameter at once: y = x * sum a, r doubles, o = x * r.
        // point: x: 1.5, a: [1.0, 2.0], n: 3, r: 0.5
        using System;
        using DiffGen;
        namespace Cases.Own;
        public static partial class Mixed
        {
            [Differentiable]
            public static double F(double x, ReadOnlySpan<double> a, int n, ref double r, out double o)
            {
                o = x * r;
                r = 2 * r;
                double s = 0;
                foreach (double e in a)
                    s += e;
                return x * s;
            }

            public static (double Value, double Tangent) FJvp(
                double x, ReadOnlySpan<double> a, int n, ref double r, out double o, double dx, ReadOnlySpan<double> da, ref double dr, out double @do)
            {
                double s = 0, ds = 0;
                for (int i = 0; i < a.Length; i++)
                {
                    s += a[i];
                    ds += da[i];
                }
                @do = (dx * r) + (x * dr);
                dr = 2 * dr;
                return (F(x, a, n, ref r, out o), (dx * s) + (x * ds));
            }

            public static double FVjp(double x, ReadOnlySpan<double> a, int n, ref double r, double @do, double cotangent, Span<double> da, ref double dr)
            {
                double s = 0;
                for (int i = 0; i < a.Length; i++)
                {
                    s += a[i];
                    da[i] += cotangent * x;
                }
                double dx = (cotangent * s) + (@do * r);
                dr = (2 * dr) + (@do * x);
                r = 2 * r;
                return dx;
            }

            public static double FGradient(double x, ReadOnlySpan<double> a, int n, ref double r, out double o, Span<double> da, ref double dr)
            {
                o = x * r;
                da.Clear();
                dr = 0;
                return FVjp(x, a, n, ref r, 0, 1, da, ref dr);
            }

            public static (double Value, double Gradient) FValueAndGradient(
                double x, ReadOnlySpan<double> a, int n, ref double r, out double o, Span<double> da, ref double dr)
            {
                double before = r;
                double value = F(x, a, n, ref before, out o);
                return (value, FGradient(x, a, n, ref r, out o, da, ref dr));
            }
        }
        """;

    /// <summary>A struct with a whole-number field, a matrix that is written, jagged rows; the result is a tuple.</summary>
    public const string Shapes = """
        // Structs, matrices and jagged arrays: the first element of m is scaled by p.X.
        // point: p: new P(2.0, 7, 3.0), m: new double[,] { { 1, 2 } }, rows: new double[][] { [1.0], [2.0, 3.0] }
        using DiffGen;
        namespace Cases.Own;
        public static partial class Shapes
        {
            public readonly record struct P(double X, int N, double Y);

            [Differentiable]
            public static (double U, double V) F(P p, double[,] m, double[][] rows)
            {
                m[0, 0] *= p.X;
                return (p.X * p.Y, rows[1][1] * rows[1][1]);
            }

            public static ((double U, double V) Value, (double U, double V) Tangent) FJvp(P p, double[,] m, double[][] rows, P dp, double[,] dm, double[][] dRows)
            {
                dm[0, 0] = (dm[0, 0] * p.X) + (m[0, 0] * dp.X);
                return (F(p, m, rows), ((dp.X * p.Y) + (p.X * dp.Y), 2 * rows[1][1] * dRows[1][1]));
            }

            public static P FVjp(P p, double[,] m, double[][] rows, (double U, double V) cotangent, double[,] dm, double[][] dRows)
            {
                double x = m[0, 0], adjoint = dm[0, 0];
                F(p, m, rows);
                dm[0, 0] = adjoint * p.X;
                dRows[1][1] += 2 * rows[1][1] * cotangent.V;
                return new P((cotangent.U * p.Y) + (adjoint * x), 0, cotangent.U * p.X);
            }
        }
        """;

    /// <summary>A buffer and a result, with the allocating overloads.</summary>
    public const string Buffer = """
        // The allocating overloads return one tuple over all active parameters.
        // point: x: 2.0, a: [3.0]
        // value: 12
        // gradient: 9 4
        using System;
        using DiffGen;
        namespace Cases.Own;
        public static partial class Buffer
        {
            [Differentiable]
            public static double F(double x, double[] a) => (x * a[0]) + (a[0] * 2 * (x - 1));

            public static (double Value, double Tangent) FJvp(double x, double[] a, double dx, Span<double> da) =>
                (F(x, a), (dx * 3 * a[0]) + (((3 * x) - 2) * da[0]));

            public static double FVjp(double x, double[] a, double cotangent, Span<double> da)
            {
                da[0] += cotangent * ((3 * x) - 2);
                return cotangent * 3 * a[0];
            }

            public static double FGradient(double x, double[] a, Span<double> da)
            {
                da.Clear();
                return FVjp(x, a, 1, da);
            }

            public static (double Value, double Gradient) FValueAndGradient(double x, double[] a, Span<double> da) => (F(x, a), FGradient(x, a, da));

            public static (double x, double[] a) FGradient(double x, double[] a)
            {
                var da = new double[a.Length];
                return (FGradient(x, a, da), da);
            }

            public static (double Value, (double x, double[] a) Gradient) FValueAndGradient(double x, double[] a) => (F(x, a), FGradient(x, a));
        }
        """;
}
