namespace DiffGen.Cases.Tests;

public sealed partial class SplitTapeTests
{
    private const string Source = """
        using System;
        using System.Linq;
        using System.Threading;
        using DiffGen;
        namespace Own;

        public static partial class Functions
        {
            [Differentiable(Derivatives.Default | Derivatives.Pullback)]
            public static double Carried(double[] x)
            {
                double s = 1;
                for (int i = 0; i < x.Length; i++)
                    s = Math.Sin(s * x[i]) + s;
                return s;
            }

            [Differentiable(Derivatives.Default | Derivatives.Pullback)]
            public static double Tree(double x, int n) => n < 2 ? x : Math.Sin(Tree(x, n - 1)) * Tree(x * x, n - 2);

            // Fused rows whose inner loop saves, inside a loop that is not fused: pullbacks push while they read.
            [Differentiable(Derivatives.Default | Derivatives.Pullback)]
            public static double Rows(double x, int n)
            {
                double c = x;
                for (int k = 0; k < 3; k++)
                {
                    double total = 0;
                    for (int i = 0; i < n; i++)
                    {
                        double p = c + i;
                        for (int j = 0; j < 4; j++)
                            p = Math.Sin(p * c) + 0.1 * Tree(Math.Cos(p), 4);
                        total += p;
                    }
                    c = Math.Cos(total * c);
                }
                return c;
            }

            [Differentiable(Derivatives.Vjp | Derivatives.Pullback)]
            public static double[] Scaled(double s, ReadOnlySpan<double> x, ref double r, out double last)
            {
                var y = new double[x.Length];
                for (int i = 0; i < y.Length; i++)
                    y[i] = s * x[i] * r;
                last = y[^1] * s;
                r *= s;
                return y;
            }

            [Differentiable(Derivatives.Pullback, Name = "Over")]
            public static double Over(double x) => x * x;

            [Differentiable(Derivatives.Pullback)]
            public static double Over(double[] x, (double, float) y) => x[0] * y.Item1;

            [Differentiable(Derivatives.Pullback)]
            public static double Guarded(double x, int n)
            {
                double s = x;
                for (int i = 0; i < 10; i++)
                {
                    if (i == n)
                        throw new ArgumentException("guard");
                    s = Math.Sin(s);
                }
                return s;
            }

            [Differentiable(Derivatives.Pullback)]
            public static double Jagged(double[][] rows, double[,] matrix)
            {
                double s = 0;
                for (int i = 0; i < rows.Length; i++)
                {
                    for (int j = 0; j < rows[i].Length; j++)
                        s += Math.Exp(rows[i][j]) * matrix[0, 0] * s;
                    s += matrix[0, 1];
                }
                return s;
            }

            // Rows of a local jagged array have shadows made by the primal sweep, which each pullback finds cleared.
            [Differentiable(Derivatives.Default | Derivatives.Pullback)]
            public static double LocalRows(double[] x)
            {
                var rows = new double[x.Length][];
                for (int i = 0; i < x.Length; i++)
                    rows[i] = new double[3];
                for (int i = 0; i < x.Length; i++)
                    rows[(i + 1) % x.Length][i % 3] += x[i] * x[i];
                double s = 0;
                for (int i = 0; i < x.Length; i++)
                {
                    for (int j = 0; j < 3; j++)
                        s = Math.Sin(s + rows[i][j] * rows[i][j] + x[i]);
                }
                return s;
            }
        }

        public static class Probe
        {
            private static readonly double[] X = [.. Enumerable.Range(0, 100).Select(i => 0.01 * i)], D = new double[100];

            private static double[] Vjp(double c) { var d = new double[100]; Functions.CarriedVjp(X, c, d); return d; }

            public static bool Threads()
            {
                Functions.CarriedTape tape = Functions.CarriedForward(X, out _);
                bool equal = true;
                for (int i = 0; i < 8; i++)
                {
                    double c = i - 3;
                    var thread = new Thread(() => { var d = new double[100]; tape.Pullback(c, d); equal &= d.SequenceEqual(Vjp(c)); });
                    thread.Start();
                    thread.Join();
                }
                var last = new Thread(tape.Dispose);
                last.Start();
                last.Join();
                return equal;
            }

            // Many threads at once: each call succeeds with the right numbers or is refused.
            public static string Race()
            {
                var tape = Functions.CarriedForward(X, out _);
                double[] expected = Vjp(2);
                int refused = 0, wrong = 0, right = 0;
                var threads = Enumerable.Range(0, 4).Select(_ => new Thread(() =>
                {
                    for (int i = 0; i < 2000; i++)
                    {
                        var d = new double[100];
                        try { tape.Pullback(2, d); if (d.SequenceEqual(expected)) Interlocked.Increment(ref right); else Interlocked.Increment(ref wrong); }
                        catch (InvalidOperationException e) when (e is not ObjectDisposedException) { Interlocked.Increment(ref refused); }
                    }
                })).ToArray();
                foreach (var t in threads) t.Start();
                foreach (var t in threads) t.Join();
                tape.Dispose();
                return wrong == 0 && right > 0 && right + refused == 8000 ? "" : $"{right} right, {wrong} wrong, {refused} refused";
            }

            public static bool DisposeWhileRunning()
            {
                for (int round = 0; round < 200; round++)
                {
                    var tape = Functions.CarriedForward(X, out _);
                    double[] expected = Vjp(1);
                    bool good = true;
                    var thread = new Thread(() =>
                    {
                        try { while (true) { var d = new double[100]; tape.Pullback(1, d); good &= d.SequenceEqual(expected); } }
                        catch (ObjectDisposedException) { }
                    });
                    thread.Start();
                    Thread.SpinWait(round * 20);
                    tape.Dispose();
                    thread.Join();
                    if (!good) return false;
                }
                return true;
            }

            public static string Disposed(string use)
            {
                var tape = Functions.CarriedForward(X, out _);
                var copy = tape;
                tape.Dispose();
                tape.Dispose();
                // The memory has a new user, to whom the old handles mean nothing.
                using var other = Functions.CarriedForward(X, out _);
                copy.Dispose();
                if (copy.Bytes != 0 || other.Bytes == 0) return "bytes";
                try
                {
                    if (use == "copy") copy.Pullback(1, D);
                    if (use == "tape") tape.Pullback(1, D);
                    if (use == "default") default(Functions.CarriedTape).Pullback(1, D);
                    if (use == "other") other.Pullback(1, D);
                    return "none";
                }
                catch (Exception e) { return e.GetType().Name; }
            }

            public static long Bytes(int n)
            {
                using var tape = Functions.CarriedForward(Enumerable.Repeat(0.5, n).ToArray(), out _);
                return tape.Bytes;
            }

            public static long BytesOfDefault() { default(Functions.CarriedTape).Dispose(); return default(Functions.CarriedTape).Bytes; }

            public static bool Repeats(string name, int n)
            {
                double[] a = new double[1], b = new double[1];
                for (int round = 0; round < 3; round++)
                {
                    if (name == "Tree")
                    {
                        using var tape = Functions.TreeForward(0.7, n, out double value);
                        if (value != Functions.Tree(0.7, n)) return false;
                        for (int i = 1; i < 5; i++)
                            if (Math.Abs(tape.Pullback(i) - Functions.TreeVjp(0.7, n, i)) > 1e-12 * i) return false;
                    }
                    else
                    {
                        using var tape = Functions.RowsForward(0.7, n, out double value);
                        if (value != Functions.Rows(0.7, n)) return false;
                        for (int i = 1; i < 5; i++)
                        {
                            double expected = Functions.RowsVjp(0.7, n, i);
                            if (Math.Abs(tape.Pullback(i) - expected) > 1e-10 * Math.Max(1, Math.Abs(expected))) return false;
                        }
                    }
                }
                return true;
            }

            public static bool LocalRows()
            {
                double[] x = [0.3, -0.7, 0.9, 0.2], d = new double[4], e = new double[4];
                using var tape = Functions.LocalRowsForward(x, out _);
                for (int i = 0; i < 4; i++)
                {
                    Array.Clear(d); Array.Clear(e);
                    tape.Pullback(i + 1, d);
                    Functions.LocalRowsVjp(x, i + 1, e);
                    if (!d.Zip(e, (p, q) => Math.Abs(p - q) < 1e-13).All(t => t)) return false;
                }
                return true;
            }

            public static bool References()
            {
                double s = 2, r = 3;
                double[] x = [1, 2, 5], dx = [0, 0, 0], ex = [0, 0, 0];
                using var tape = Functions.ScaledForward(s, x, ref r, out double last, out double[] value);
                if (last != 60 || r != 6 || value[1] != 12) return false;
                double dr = 0.5, er = 0.5, r0 = 3;
                double ds = tape.Pullback(0.25, [1, 2, 3], dx, ref dr);
                double es = Functions.ScaledVjp(s, [1, 2, 5], ref r0, 0.25, [1, 2, 3], ex, ref er);
                return Math.Abs(ds - es) < 1e-12 && Math.Abs(dr - er) < 1e-12 && dx.Zip(ex, (p, q) => Math.Abs(p - q) < 1e-12).All(t => t);
            }

            public static string Lengths(string what)
            {
                double r = 3;
                double[] x = [1, 2, 5], d3 = [7, 7, 7];
                using var tape = Functions.ScaledForward(2, x, ref r, out _, out _);
                double dr = 0;
                try
                {
                    if (what == "destination") tape.Pullback(0, [1, 2, 3], new double[2], ref dr);
                    if (what == "cotangent") tape.Pullback(0, [1, 2], d3, ref dr);
                    if (what == "overlap") tape.Pullback(0, d3, d3, ref dr);
                    return "none";
                }
                catch (Exception e)
                {
                    if (!d3.All(v => v == 7)) return "written";
                    // A failed call leaves the tape as it was.
                    tape.Pullback(0, [1, 2, 3], d3, ref dr);
                    return e.GetType().Name + ": " + e.Message;
                }
            }

            public static string Shapes(string what)
            {
                double[][] rows = [[1, 2], [3]], d = [[0, 0], [0]];
                double[,] matrix = { { 1, 2 } }, m = { { 0, 0 } };
                using var tape = Functions.JaggedForward(rows, matrix, out _);
                rows[0] = [1, 2, 3];
                try
                {
                    tape.Pullback(1, what == "rows" ? [[0, 0, 0], [0]] : d, what == "matrix" ? new double[2, 2] : m);
                    return "none";
                }
                catch (ArgumentException e) { return e.ParamName!; }
            }

            public static string Overloads() => typeof(Functions.OverTapeDouble).Name + " " + typeof(Functions.OverTapeDoubleArrayDoubleSingleTuple).Name;

            public static bool Throws()
            {
                for (int i = 0; i < 100; i++)
                {
                    try { Functions.GuardedForward(0.5, 5, out _); return false; }
                    catch (ArgumentException) { }
                }
                long before = GC.GetAllocatedBytesForCurrentThread();
                using (Functions.GuardedForward(0.5, 100, out _)) { }
                return GC.GetAllocatedBytesForCurrentThread() == before;
            }

            private static void Once()
            {
                using var tape = Functions.CarriedForward(X, out _);
                tape.Pullback(1, D);
                tape.Pullback(2, D);
                using var tree = Functions.TreeForward(0.5, 8, out _);
                tree.Pullback(1);
                using var rows = Functions.RowsForward(0.5, 3, out _);
                rows.Pullback(1);
            }

            public static long Allocated()
            {
                for (int i = 0; i < 50; i++) Once();
                long before = GC.GetAllocatedBytesForCurrentThread();
                for (int i = 0; i < 100; i++) Once();
                return GC.GetAllocatedBytesForCurrentThread() - before;
            }

            [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
            private static WeakReference Drop()
            {
                object box = Functions.CarriedForward(new double[1000], out _);
                return new WeakReference(box.GetType().GetField("_handle", (System.Reflection.BindingFlags)36)!.GetValue(box) is { } handle
                    ? handle.GetType().GetField("_tape", (System.Reflection.BindingFlags)36)!.GetValue(handle) : null);
            }

            public static bool IsCollected()
            {
                WeakReference tape = Drop();
                for (int i = 0; i < 5 && tape.IsAlive; i++) { GC.Collect(); GC.WaitForPendingFinalizers(); }
                return !tape.IsAlive;
            }
        }
        """;
}
