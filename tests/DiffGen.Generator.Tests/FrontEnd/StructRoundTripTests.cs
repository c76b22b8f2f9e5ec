using Xunit;

namespace DiffGen.Generator.Tests.FrontEnd;

/// <summary>Structs, tuples, their operators, constructors and methods.</summary>
public class StructRoundTripTests
{
    [Fact]
    public void ComputeTheSameAfterLowering() => RoundTrip.Members(
        """
            public partial record struct V(double X, double Y)
            {
                [Differentiable] public static V operator +(V a, V b) => new(a.X + b.X, a.Y + b.Y);
                [Differentiable] public static V operator *(double k, V a) => a with { X = k * a.X, Y = k * a.Y };
                [Differentiable] public static V operator -(V a) => new V { X = -a.X, Y = -a.Y };
                [Differentiable] public static implicit operator V(double d) => new(d, d);
                [Differentiable] public double Len() => Math.Sqrt(X * X + Y * Y);
                [Differentiable] public double Sq => X * X + Y * Y;
                [Differentiable] public void Scale(double k)
                {
                    X *= k;
                    Y *= k;
                }
            }
            public partial struct P
            {
                public double A;
                public int N;
                public V In;
                public P(double a, int n) : this(a)
                {
                    N = n;
                    if (n > 2)
                    {
                        A = -a;
                        return;
                    }
                    A += 1;
                }
                public P(double a)
                {
                    A = a;
                    N = 0;
                    In = new V(a, 2 * a);
                }
                [Differentiable] public void Deconstruct(out double a, out int n)
                {
                    a = A;
                    n = N;
                }
            }
            public readonly struct Prim(double x, double y)
            {
                public readonly double X = x;
                public double Y { get;
            }
            = y * 2;
            }
            public readonly partial struct Cx
            {
                public double Re { get;
            }
            public double Im { get;
            } public Cx(double re, double im) => (Re, Im) = (re, im);
            [Differentiable] public static Cx operator *(Cx a, Cx b) => new(a.Re * b.Re - a.Im * b.Im, a.Re * b.Im + a.Im * b.Re);
            }
            [Differentiable] public static double Equal(V a, double x) => a == new V(x, x) || a.Equals(2 * a) ? x : a != a ? 1 : 2;
            [Differentiable] public static double Structs(V a, P p, double x)
            {
                V b = a + a;
                b.X += 3;
                V c = x * b;
                var d = -c with { Y = 1 };
                p.In.X = 4;
                p.In = d;
                p.N++;
                P q = p;
                q.A = 9;
                V[] arr = new V[3];
                arr[1] = c;
                arr[1].Y += 2;
                ref V r = ref arr[1];
                r.X = 7;
                r = r + r;
                V z = 2.0;
                (double u, double w) = z;
                var (m, n) = p;
                V def = default;
                P con = new P(x, 3), con2 = new(x, 1);
                return b.X + c.Y + d.Y + p.A + q.A + arr[1].X + r.Y + z.X + u + w + m + n + def.X + con.A + con2.A + con2.In.Y + p.In.X;
            }
            [Differentiable] public static double Methods(V a, double k)
            {
                double s = a.Len() + a.Sq;
                a.Scale(k);
                var arr = new V[] { a, new(1, k) };
                arr[0].Scale(2);
                for (int i = 0; i < 3; i++) a.Scale(1.5);
                return s + a.X + arr[0].Y + new V(k, 2).Len() + arr[1].Sq;
            }
            [Differentiable] public static (double S, double D) Tup(double x, double y)
            {
                (double a, double b) = (y, x);
                (a, b) = (b, a * b);
                var t = (a, q: (b, 3));
                t.q.b += 1;
                t.a = t.q.b;
                if (t == (1, (2.0, 3))) a = 5;
                return (a + t.a, b * t.q.Item2);
            }
            [Differentiable] public static double UseTup(double x)
            {
                var (s, d) = Tup(x, 2);
                var r = Tup(d, s);
                (double, double) id = r;
                double sw = 0;
                (s, sw) = Tup(s, 1);
                (var p, _) = Tup(1, s);
                return r.S * id.Item2 + s + sw + p;
            }
            [Differentiable] public static V Make(double x, V[] vs, ReadOnlySpan<V> ro, Span<(double, int)> ts)
            {
                V acc = new(0, 0);
                foreach (V v in vs) acc = acc + x * v;
                foreach (var (px, py) in ro) acc.X += px * py;
                for (int i = 0; i < ts.Length; i++)
                {
                    ts[i].Item1 += 1;
                    acc = acc with { Y = acc.Y + ts[i].Item1 * ts[i].Item2 };
                }
                vs[0] = acc;
                vs.AsSpan(1, 2).Fill(acc);
                return acc;
            }
            [Differentiable] public static double Pr(double x)
            {
                var p = new Prim(x, 3);
                var c = new Cx(x, 1) * new Cx(2, x);
                Cx d = default;
                for (int i = 0; i < 3; i++) d = d * c;
                V best = default;
                for (int i = 0; i < 4; i++)
                {
                    var cand = new V(i * x, i);
                    if (cand.X > best.X) best = cand;
                }
                V t = x > 0 ? new V(1, 2) : best;
                V sw = (int)Diff.StopGradient(x) switch { 0 => t, 1 => best, _ => default };
                return p.X + p.Y + c.Re + d.Im + best.Y + t.X + sw.Y + Ext(t);
            }
            [Differentiable] public static double Ext(this V v) => v.X - v.Y;
            [Differentiable] public static void RefStruct(ref V v, out P p, in V k, double x)
            {
                v.X += k.Y * x;
                v = v + k;
                p = new P { A = x, N = 3 };
                p.In = v;
                Norm(ref v);
                Norm(ref p.In);
                var a = new V[2];
                Norm(ref a[1]);
                p.A += a[1].X;
            }
            [Differentiable] public static void Norm(ref V v)
            {
                v = new V(v.X / 2, v.Y + 1);
            }
        """);
}
