using Xunit;

namespace DiffGen.Generator.Tests.FrontEnd;

/// <summary>Loops, jumps, switches and patterns.</summary>
public class ControlFlowRoundTripTests
{
    [Fact]
    public void ComputeTheSameAfterLowering() => RoundTrip.Members(
        """
            [Differentiable] public static double Loops(double x, int n, double[] a)
            {
                double s = 0;
                for (int i = 0; i < a.Length; i++)
                {
                    if (i == 2) continue;
                    if (a[i] > 2.3) break;
                    s += a[i] * x;
                }
                for (int i = a.Length - 1; i >= 0; i--) s = s * 0.5 + a[i];
                for (int i = 0; i <= n; i += 2) s += i;
                for (int i = n; i > -3; i -= 2)
                {
                    s -= i;
                    if (s > 100) continue;
                    s++;
                }
                for (int i = 0, j = 5; i < j; i++, j--) s += i * j;
                for (long l = 0; l < n; l++) s += l;
                for (uint u = 0; u < (uint)n; u++) s += u;
                for (int i = 0; i != n; i++) s += 1;
                for (int i = 0; i < n; i++)
                {
                    if (i == 1) i++;
                    s += i;
                }
                for (double t = 0; t < 1; t += 0.25) s += t * x;
                int k = 0;
                while (k < n)
                {
                    k++;
                    if (k == 2) continue;
                    if (k == 4) break;
                    s += k;
                }
                do
                {
                    s += k;
                    k--;
                    if (k == 1) continue;
                    s *= 1.01;
                }
                while (k > 0);
                for (;;)
                {
                    if (k++ > 5) break;
                    s += x;
                }
                int m = 10;
                for (m = 0; m < n; m++) s += m;
                s += m;
                while (true)
                {
                    if (s > 3)
                    {
                        s -= 10;
                        continue;
                    }
                    break;
                }
                foreach (double v in a)
                {
                    if (v < 0) continue;
                    s += v;
                    if (s > 50) break;
                }
                for (int i = 0; i < n && s < 1000; i++) s += i;
                for (int i = n; i-- > 0;) s += i * 0.1;
                return s;
            }
            [Differentiable] public static double Nested(double[,] a, double x)
            {
                double s = 0;
                foreach (double v in a)
                {
                    if (v > 2) break;
                    if (v < -1) continue;
                    s += v * x;
                }
                for (int i = 0; i < a.GetLength(0); i++) for (int j = 0; j < a.GetLength(1); j++)
                {
                    if (j > i) goto next;
                    s += a[i, j];
                    if (s > 30) goto done;
                }
                next: s += 1;
                done: return s * a.Length + a.Rank;
            }
            [Differentiable] public static double Returns(double x, int n)
            {
                for (int i = 0; i < 10; i++)
                {
                    for (int j = 0; j < 10; j++)
                    {
                        if (i * j == n) return x * i + j;
                        if (x > 2) goto end;
                    }
                }
                return -1;
                end: return x;
            }
            [Differentiable] public static double Goto(double x)
            {
                if (x < 0) goto a;
                x *= 2;
                if (x > 1) goto b;
                x += 5;
                a: x += 1;
                b: x *= 3;
                return x;
            }
            [Differentiable] public static double GotoCase(double x, int n)
            {
                double s = 0;
                int c = 0;
                switch (n)
                {
                    case 0: s += x;
                    goto case 1;
                    case 1: s += 2 * x;
                    if (s > 1) goto default;
                    break;
                    case 2: goto case 0;
                    case 3: case 4: s = 7;
                    if (x > 0) break;
                    s = 8;
                    break;
                    default: s -= 1;
                    if (c++ < 2) goto case 2;
                    break;
                }
                return s + c;
            }
            [Differentiable] public static double SwitchReturn(double x, int n)
            {
                switch (n)
                {
                    case 0: return x;
                    case 1:
                    {
                        double y = x * x;
                        return y;
                    }
                    case > 2 and < 4: return 3 * x;
                    case 2 or 5: x = -x;
                    break;
                    case int k when k > 100: return k;
                }
                return x * 10;
            }
            [Differentiable] public static double SwitchInLoop(double x, int n)
            {
                double s = 0;
                for (int i = 0; i < 8; i++)
                {
                    switch (i % 4)
                    {
                        case 0: continue;
                        case 1: s += x;
                        break;
                        case 2: if (i > 4) return s;
                        s *= 2;
                        break;
                        default: if (n > 2) break;
                        s += 100;
                        break;
                    }
                    s += i;
                }
                return s;
            }
            [Differentiable] public static double Patterns(double x, int n, (double a, int b) t)
            {
                double r = x switch { < 0 => 1, 0 => 2, > 0 and < 1 => x, _ => x * x };
                if (n is > 1 and not 3) r += 1;
                if (n is 1 or 2) r += 10;
                if (x is var z && z > 0.5) r += z;
                r += t switch { ( > 0, 1) => 1, { b: 2 } => t.a, (var p, var q) when q > 3 => p * q, _ => 7 };
                if (!(n is int w)) return 0;
                return r + w;
            }
            [Differentiable] public static double Cond(double x, double y)
            {
                double a = x > y ? (x > 0 ? x : 2) : y < 0 ? 3 : y;
                bool b = x > 0 && (y += 1) > 0.5 || (x += 2) > 1;
                return b ? a * x : y - a;
            }
            [Differentiable] public static double OutCond(double x, int n)
            {
                if (n > 1 && Try(x, out double r) && r > 0) return r;
                double q;
                if (n == 0 || !Try(-x, out q)) return 1;
                return q;
            }
            [Differentiable] public static bool Try(double x, out double r)
            {
                r = x * 2;
                return x > 0.3;
            }
            [Differentiable] public static double Collatz(int n, double x)
            {
                int k = n + 7;
                int steps = 0;
                while (k != 1)
                {
                    k = (k & 1) == 0 ? k / 2 : 3 * k + 1;
                    steps++;
                }
                return steps * x;
            }
            [Differentiable] public static double Bounds(double x, int[] ptr, double[] v)
            {
                double s = 0;
                for (int i = 0; i + 1 < ptr.Length; i++) for (int k = Math.Min(ptr[i], 5); k < Math.Min(ptr[i + 1], 5); k++) s += v[k] * x;
                int lim = 3;
                for (int i = 0; i < lim; i++)
                {
                    s += i;
                    if (s > 1) lim = 2;
                }
                for (int i = 0; i < v.Length - 1; i++)
                {
                    v = v[1..];
                    s += v[0];
                    if (v.Length < 3) break;
                }
                return s;
            }
            [Differentiable] public static double Unassigned(double x, int n)
            {
                double y;
                do
                {
                    y = x;
                    x *= 0.5;
                }
                while (y > 0.1);
                double z;
                while (true)
                {
                    z = x + y;
                    if (z < 3) break;
                    x -= 1;
                }
                return y + z;
            }
            [Differentiable] public static double IntMax(double x)
            {
                double s = 0;
                int c = 0;
                for (int i = int.MaxValue - 2; i <= int.MaxValue; i++)
                {
                    s += x;
                    if (++c > 4) break;
                }
                for (byte b = 250; b < 255; b++) s += b;
                return s;
            }
        """);
}
