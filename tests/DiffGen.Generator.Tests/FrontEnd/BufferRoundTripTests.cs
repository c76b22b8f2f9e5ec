using Xunit;

namespace DiffGen.Generator.Tests.FrontEnd;

/// <summary>Arrays, spans, references and calls.</summary>
public class BufferRoundTripTests
{
    [Fact]
    public void ComputeTheSameAfterLowering() => RoundTrip.Members(
        """
            [Differentiable] public static double Arrays(double[] a, double x, int n)
            {
                double[] t = new double[n + 2];
                t[0] = x;
                t[^1] += a[0];
                t[1] *= 3;
                int i = 0;
                t[i++] += t[i] = 5;
                a[i] = a[i + 1] += 2;
                a[i++]++;
                --a[i];
                double[] u = { 1, x, a[2] };
                var w = new[] { x, 2.0 };
                double[] e = [x, .. a, 3, .. w];
                Span<double> sp = stackalloc double[3];
                sp[1] = x;
                Span<double> sq = stackalloc[] { 1.0, x };
                ReadOnlySpan<double> ro = a;
                ReadOnlySpan<double> part = ro[1..3];
                Span<double> tail = a.AsSpan(2);
                tail[0] = 9;
                tail[..2].Fill(x);
                tail.Slice(2, 1).Clear();
                double[] copy = a[..];
                double[] rng = a[1..^1];
                rng[0] = 100;
                var clone = (double[])a.Clone();
                clone[0] = -1;
                a.AsSpan().CopyTo(e);
                Array.Copy(w, 0, e, 3, 2);
                Array.Clear(u, 0, 1);
                Array.Fill(w, 7);
                ro.CopyTo(e.AsSpan(1));
                double[] ta = part.ToArray();
                a.CopyTo(e, 1);
                double s = 0;
                foreach (var q in t) s += q;
                foreach (var q in e) s = s * 0.9 + q;
                foreach (ref double q in sp)
                {
                    q += 1;
                    s += q;
                }
                foreach (ref readonly var q in ro) s += q;
                return s + u[0] + w[1] + sq[1] + part[1] + rng[0] + copy[2] + clone[0] + ta[1] + (sp.IsEmpty ? 1 : 2) + sp.Length + e.Length + e.LongLength + a.GetLength(0) + part[^1];
            }
            [Differentiable] public static double Multi(double[,] m, double x)
            {
                var t = new double[2, 3];
                t[1, 2] = x;
                t[0, 0] += m[1, 1];
                double[,] lit = { { 1, x }, { 3, 4 } };
                var c = (double[,])m.Clone();
                c[0, 0] = 5;
                Array.Clear(t);
                m[0, 1] *= 2;
                return t[1, 2] + lit[0, 1] + c[0, 0] + m[0, 0] + lit.GetLength(1) + m.Length;
            }
            [Differentiable] public static double Jagged(double[][] a, double x)
            {
                a[0] = new double[] { x, 2 };
                (a[1], a[2]) = (a[2], a[1]);
                double s = 0;
                foreach (double[] row in a) foreach (double v in row) s += v * x;
                var b = new double[3][];
                for (int i = 0; i < 3; i++)
                {
                    b[i] = new double[i + 1];
                    b[i][i] = x * i;
                }
                a[3][1] += 3;
                double[] r = a[4];
                r[0] = 8;
                return s + b[2][2] + a[4][0] + b.Length + b[1].Length;
            }
            [Differentiable] public static double Alias(double[] a, double[] b, bool c)
            {
                double[] p = c ? a : b;
                p[0] = 10;
                double[] q = a;
                q[1] = 20;
                (a, b) = (b, a);
                a[2] = 30;
                for (int i = 0; i < 3; i++)
                {
                    (p, q) = (q, p);
                    p[i + 1] += 1;
                }
                double[]? z = null;
                if (z == null) z = new double[2];
                z[0] = 3;
                z ??= a;
                return p[0] + q[1] + a[2] + b[2] + z[0];
            }
            [Differentiable] public static double Refs(double[] a, ref double r, out double o, in double k, double x)
            {
                ref double e = ref a[1];
                e += 2;
                a[1] *= 2;
                double l = x;
                ref double al = ref l;
                al = 5;
                l += al;
                r += l;
                o = r * k;
                e = ref a[2];
                e = 7;
                for (int i = 0; i < 3; i++)
                {
                    ref double w = ref a[i];
                    w += i;
                    e = ref w;
                }
                Bump(ref a[3], ref l);
                Bump(ref r, ref e);
                ref double ch = ref (x > 0 ? ref a[0] : ref a[5]);
                ch = 99;
                return e + l + o;
            }
            [Differentiable] public static void Bump(ref double p, ref double q)
            {
                p += 1;
                q *= p;
            }
            [Differentiable] public static void Void(ReadOnlySpan<double> a, Span<double> y)
            {
                if (a.Length != y.Length) throw new ArgumentException("length", nameof(y));
                for (int i = 0; i < a.Length; i++) y[i] = a[i] * a[i];
            }
            [Differentiable] public static double[] Map(double[] a, double k)
            {
                ArgumentNullException.ThrowIfNull(a);
                var r = new double[a.Length];
                for (int i = 0; i < r.Length; i++) r[i] = a[i] * k;
                return r;
            }
            [Differentiable] public static double Guards(double x, int n)
            {
                if (n > 3) throw new ArgumentOutOfRangeException(nameof(n), n, "too big " + x);
                ArgumentOutOfRangeException.ThrowIfNegative(x);
                return x > 2 ? throw new InvalidOperationException($"x={x:F2}") : n == 2 ? throw new Exception() : x;
            }
            [Differentiable] public static double Idx(double[] a, int n, double x)
            {
                a[n + 3] = x;
                return a[^n] + a[n * 2];
            }
            [Differentiable] public static double Calls(double[] a, double x)
            {
                Void(a, a);
                double[] m = Map(a, x);
                Void(m.AsSpan(1), a.AsSpan(1));
                double s = Sum(m[1..]) + Opt(x) + Opt(k: 2, x: x) + Par(1, x, 3) + Par(a) + Par();
                return s + Sum(a) + Fact(4, x) + Foo(x, (float)x);
            }
            [Differentiable] public static double Sum(ReadOnlySpan<double> s)
            {
                double r = 0;
                foreach (double v in s) r += v;
                return r;
            }
            [Differentiable] public static double Opt(double x, double k = 3, int n = 2) => x * k + n;
            [Differentiable] public static double Par(params double[] v) => v.Length == 0 ? 1 : v[0] * v.Length;
            [Differentiable] public static double Fact(int n, double x) => n <= 0 ? 1 : x * Fact(n - 1, x);
            [Differentiable] public static double Foo(double x, float y) => Foo(y, x);
            [Differentiable] public static double Foo(float x, double y) => x - y;
            [Differentiable] public static double LongIdx(double[] a, long i, uint u, byte b) => a[i] + a[u] * a[b] + a[(int)i ^ 1];
            [Differentiable] public static int CountUp(double[] a, int n)
            {
                int s = 0;
                for (int i = 0; i < a.Length; i++) if (a[i] > 0) s++;
                a[0] = s;
                return s;
            }
        """);
}
