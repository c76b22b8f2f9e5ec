using Xunit;

namespace DiffGen.Generator.Tests.FrontEnd;

/// <summary>Scalars, strings, enums, constants and mathematics.</summary>
public class ScalarRoundTripTests
{
    [Fact]
    public void ComputeTheSameAfterLowering() => RoundTrip.Members(
        """
            [Differentiable] public static double Ops(double x, float f, int i, long l, byte b, char c, bool p)
            {
                double s = x + f * i - l / (b + 1) % 3;
                s += i << 2;
                s -= l >> 1;
                s *= ~i;
                s += (uint)i ^ 5u;
                s += c;
                s += -i;
                s += +x;
                b += 3;
                b++;
                --b;
                c++;
                s += b + c;
                int k = i++ + ++i;
                s += k * i;
                short sh = (short)(i * 30000);
                s += sh;
                sbyte sb = (sbyte)l;
                s += sb;
                ushort us = (ushort)i;
                s += us++;
                s += us;
                ulong ul = (ulong)l;
                s += ul;
                s += ul > 3 ? 1 : 2;
                f += (float)x;
                f *= 2;
                f++;
                s += f;
                s += p ? x : -x;
                p &= x > 0;
                p |= i == 3;
                p ^= l != 2;
                s += p ? 1 : 0;
                s += !p ? 2 : 1;
                s += x > 1 && f < 2 || i >= 3 ? 10 : 20;
                s %= 7;
                s += i % 3 + x % 1.5;
                s += 1e308 * 10 * 0;
                return s;
            }
            [Differentiable] public static double Assigns(double x, double y)
            {
                double a, b;
                a = b = x * y;
                a += b -= 2;
                double c = (a = 3) + a * (b += a);
                return a + b * c + (x = y) * x;
            }
            [Differentiable] public static double Checked(double x, int i)
            {
                int k = checked(i * 2);
                k = checked((int)(k + 3L));
                unchecked { k += int.MaxValue;
            }
            byte z = unchecked((byte)k);
            return x * k + z;
            }
            [Differentiable] public static double CheckedThrows(double x, int i)
            {
                checked { int k = int.MaxValue - 2;
                k += i;
                byte bb = (byte)(i * 100);
                return x + k + bb;
            }
            }
            [Differentiable] public static float Single(float x, int n)
            {
                float s = 1;
                for (int i = 0; i < n; i++) s = s * x + 0.1f;
                return s / 3 + MathF.Sin(x) + (float)Math.Cos(x) + float.Exp(x) ;
            }
            [Differentiable] public static double Consts(double x)
            {
                const double k = 2.5;
                const int n = 3;
                return x * k + n + Math.PI + double.Epsilon + nameof(x).Length + sizeof(double) + default(double) + (x is double.NaN ? 1 : 2);
            }
            public static readonly double R = 1.25;
            public static readonly double[] Table = { 1, 2, 3 };
            public const double Q = 4;
            public static readonly (double A, int B) Pair = (1.5, 2);
            [Differentiable] public static double Statics(double x)
            {
                return x * R + Table[1] * Q + Table.Length + Pair.A * Pair.B;
            }
            [Differentiable] public static double MathStuff(double x, double y, int n)
            {
                var (s, c) = Math.SinCos(x);
                var t = Math.SinCos(y);
                return s + c * t.Sin - t.Cos + Math.Max(x, y) + Math.Clamp(x, -1, 1) + Math.Pow(x, n) + double.Hypot(x, y) + Math.Abs(n) + Math.Max(n, 2) + double.RootN(Math.Abs(x), 3) + Math.Round(x, 2) + Math.Round(x, MidpointRounding.AwayFromZero) + Math.Sign(x) + (double.IsNaN(x) ? 1 : 0) + (x.Equals(y) ? 1 : 2) + x.CompareTo(y) + Math.ScaleB(x, n) + Math.Floor(x) + double.Lerp(x, y, 0.3) + Math.FusedMultiplyAdd(x, y, 1);
            }
            [Differentiable] public static double Deconv(double x)
            {
                int n = (int)Diff.StopGradient(x * 10);
                return x * n;
            }
            [Differentiable] public static double Str(double x, string s, int k)
            {
                string t = s + k;
                string u = $"{s}-{k:D3}|{k,5}";
                if (t == "text10" || u.Length > 3 && s != "a") x *= 2;
                foreach (char ch in s) x += ch;
                return x + t.Length + (s ?? "none").Length + string.Concat(s, "b").Length + s[0] + (s == null ? 1 : 2);
            }
            public enum Mode { A, B, C }
            [Differentiable] public static double Enums(double x, Mode m)
            {
                switch (m)
                {
                    case Mode.A: x *= 2;
                    break;
                    case Mode.B when x > 0: x *= 3;
                    break;
                    default: x *= 5;
                    break;
                }
                return x + (int)m + (m == Mode.C ? 1 : 0) + m switch { Mode.A => 1, Mode.B or Mode.C => x, _ => 3 } + ((m & Mode.B) != 0 ? 1 : 0);
            }
        """);
}
