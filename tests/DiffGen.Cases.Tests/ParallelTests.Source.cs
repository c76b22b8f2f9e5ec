namespace DiffGen.Cases.Tests;

public sealed partial class ParallelTests
{
    private const string Source = """
        using System;
        using System.Linq;
        using System.Threading.Tasks;
        using DiffGen;
        namespace Own;

        public struct Point { public double X; public double Y; }

        public static partial class Functions
        {
            [Differentiable(Derivatives.Gradient | Derivatives.Vjp, Parallel = true)]
            [Differentiable(Derivatives.Gradient, Name = "Serial")]
            public static double Fit(double[] w, ReadOnlySpan<double> x, ReadOnlySpan<double> y, int d)
            {
                double s = 1;
                for (int i = 0; i < y.Length; i++)
                {
                    double z = 0;
                    for (int j = 0; j < d; j++)
                        z += w[j] * Math.Tanh(x[i * d + j] + w[j]);
                    double r = z - y[i];
                    s += r * r;
                    s -= 0.5 * Math.Sin(r);
                }
                return s / (1 + y.Length);
            }

            [Differentiable(Derivatives.Gradient, Parallel = true)]
            [Differentiable(Derivatives.Gradient, Name = "Serial")]
            public static float Single(float[] w, float[] x, bool flips, long shift, byte scale)
            {
                float s = 0;
                for (int i = x.Length - 1; i >= 0; i--)
                {
                    float r = MathF.Exp(-x[i] * w[(i + (int)shift) % w.Length]) * scale;
                    s += flips ? -r : r;
                }
                return s;
            }

            [Differentiable(Derivatives.Gradient, Parallel = true)]
            [Differentiable(Derivatives.Gradient, Name = "Serial")]
            public static double Points(Point[] points, double[,] table, double[][] rows, Point centre)
            {
                double s = 0;
                var scratch = new double[2];
                for (int i = 1; i < table.GetLength(0); i += 2)
                {
                    scratch[0] = Math.Sin(table[i, 0] - points[0].X);
                    scratch[1] = Math.Cos(table[i, 1] - points[1].Y);
                    for (int k = 0; k < 2; k++)
                        s += scratch[k] * scratch[k] * Math.Exp(centre.X * rows[i][k]);
                }
                return s * centre.Y;
            }

            [Differentiable(Derivatives.Vjp, Parallel = true)]
            [Differentiable(Derivatives.Vjp, Name = "Serial")]
            public static void Map(double[] x, double[] y, double a)
            {
                for (int i = 0; i < x.Length; i++)
                    y[i] = Math.Sin(x[i] * a) * Math.Exp(x[i]) + Math.Tanh(x[i]);
            }

            [Differentiable(Derivatives.Gradient | Derivatives.Batch, Parallel = true)]
            public static double One(double x, double y) => Math.Exp(-x * x) * Math.Sin(y) + Math.Pow(y * y + 1, x);

            [Differentiable(Derivatives.Gradient, Parallel = true, FloatingPoint = FloatingPoint.Fast)]
            [Differentiable(Derivatives.Gradient, Name = "Serial")]
            public static double Quick(double[] x, double a)
            {
                double s = 0;
                for (int i = 0; i < x.Length; i++)
                {
                    if (x[i] > 0)
                        s += Math.Exp(x[i] * a);
                }
                return s;
            }

            [Differentiable(Derivatives.Gradient, Parallel = true)]
            public static double Guarded(double[] x, double a)
            {
                double s = 0;
                for (int i = 0; i < x.Length; i++)
                {
                    if (x[i] > 10)
                        throw new ArgumentException("number " + i);
                    s += Math.Exp(x[i] * a) * Math.Sin(x[i]) + Math.Tanh(x[i] * x[i]);
                }
                return s;
            }
        }

        public static class Probe
        {
            private static readonly int[] s_threads = [1, 2, 3, 8, 64];

            /// <summary>What differs first, or nothing.</summary>
            public static string Run(int n)
            {
                double[]? first = null;
                double[] expected = All(n, serial: true);
                foreach (int threads in s_threads)
                {
                    AppContext.SetData("DiffGen.MaxThreads", threads);
                    for (int round = 0; round < 3; round++)
                    {
                        double[] all = All(n, serial: false);
                        first ??= all;
                        for (int i = 0; i < all.Length; i++)
                        {
                            if (BitConverter.DoubleToInt64Bits(all[i]) != BitConverter.DoubleToInt64Bits(first[i]))
                                return $"number {i} on {threads} threads";
                            double tolerance = (i >= 4 + 9 && i < 4 + 18 ? 1e-4 : 1e-11) * (Math.Abs(expected[i]) + 1);
                            if (i < 3 ? all[i] != expected[i] : !(Math.Abs(all[i] - expected[i]) <= tolerance))
                                return $"number {i} is {all[i]:R} and should be {expected[i]:R}";
                        }
                    }
                }
                return "";
            }

            /// <summary>Many callers at once.</summary>
            public static string Together()
            {
                AppContext.SetData("DiffGen.MaxThreads", 4);
                double[] expected = All(700, serial: false);
                bool same = true;
                Parallel.For(0, 40, _ => { if (!All(700, serial: false).SequenceEqual(expected)) same = false; });
                return same ? "" : "differs";
            }

            private static double[] All(int n, bool serial)
            {
                var random = new Random(n);
                const int d = 9;
                double[] w = Numbers(random, d), x = Numbers(random, n * d), y = Numbers(random, n), dw = new double[d], dx = new double[n * d], dy = new double[n];
                double fit = serial ? Functions.Fit(w, x, y, d) : Functions.FitValueAndGradient(w, x, y, d, dw, dx, dy);
                if (serial)
                    Functions.SerialGradient(w, x, y, d, dw, dx, dy);
                float[] u = [.. w.Select(k => (float)k)], v = [.. x.Take(n).Select(k => (float)k)], du = new float[d], dv = new float[n];
                float single = serial ? Functions.Single(u, v, true, 3, 2) : Functions.SingleValueAndGradient(u, v, true, 3, 2, du, dv);
                if (serial)
                    Functions.SerialGradient(u, v, true, 3, 2, du, dv);
                Point[] points = [new() { X = 0.3, Y = 1 }, new() { X = -0.2, Y = 0.4 }], dPoints = new Point[2];
                var table = new double[n, 2];
                var dTable = new double[n, 2];
                for (int i = 0; i < n; i++)
                    (table[i, 0], table[i, 1]) = (y[i], x[i]);
                double[][] rows = [.. y.Select(k => new[] { k, -k })], dRows = [.. y.Select(_ => new double[2])];
                var centre = new Point { X = 0.7, Y = 1.5 };
                (double pointed, Point dCentre) = serial ? (Functions.Points(points, table, rows, centre), Functions.SerialGradient(points, table, rows, centre, dPoints, dTable, dRows))
                    : Functions.PointsValueAndGradient(points, table, rows, centre, dPoints, dTable, dRows);
                double[] image = new double[n], dImage = [.. y], dInput = new double[n];
                double da = serial ? Functions.SerialVjp(y, image, 0.8, dInput, dImage) : Functions.MapVjp(y, image, 0.8, dInput, dImage);
                double[] values = new double[n], gx = new double[n], gy = new double[n], dq = new double[n];
                Functions.OneGradientBatch(y, image, values, gx, gy);
                double dScale = serial ? Functions.SerialGradient(y, 0.9, dq) : Functions.QuickGradient(y, 0.9, dq);
                return [fit, single, pointed, dCentre.X, .. dw, .. du, .. dv, dCentre.Y, .. dx, .. dy, dPoints[0].X, dPoints[1].Y, .. dTable, .. dRows.SelectMany(row => row),
                    da, .. image, .. dInput, .. dImage, .. values, .. gx, .. gy, dScale, .. dq];
            }

            public static string Fails(int threads, int last)
            {
                AppContext.SetData("DiffGen.MaxThreads", threads);
                double[] x = Numbers(new Random(1), 5000), dx = [.. Enumerable.Repeat(7.0, 5000)];
                for (int i = last; i < 5000; i += 700)
                    x[i] = 11;
                try
                {
                    Functions.GuardedGradient(x, 0.5, dx);
                    return "nothing";
                }
                catch (ArgumentException e)
                {
                    return e.Message + (dx.All(k => k == 7) ? "" : ", written");
                }
            }

            public static long Allocated()
            {
                AppContext.SetData("DiffGen.MaxThreads", 3);
                double[] w = new double[9], x = new double[9 * 3000], y = new double[3000], dw = new double[9], dx = new double[9 * 3000], dy = new double[3000];
                // The pool may start a thread, or come late to a loop that is over: a call then takes new memory, but not every call does.
                long least = long.MaxValue;
                for (int round = 0; round < 60; round++)
                {
                    System.Threading.Thread.Sleep(5);
                    long before = GC.GetAllocatedBytesForCurrentThread();
                    Functions.FitGradient(w, x, y, 9, dw, dx, dy);
                    if (round >= 20)
                        least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
                }
                return least;
            }

            private static double[] Numbers(Random random, int n) => [.. Enumerable.Range(0, n).Select(_ => random.NextDouble() * 2 - 1)];
        }
        """;
}
