// Integers of every size take part in floating-point arithmetic; integer division stays integral.
// point: x: 1.5, n: 7, s: 3, b: 200, l: 5_000_000_000, u: 4_000_000_000
using System;
using DiffGen;

namespace Cases.Scalars;

public static partial class IntegerMixing
{
    [Differentiable]
    public static double F(double x, int n, short s, byte b, long l, uint u)
    {
        double a = x * n / 2;
        double c = n / 2 * x;
        double d = (s * b) + (x * (l / 1_000_000_000)) + (u * x / 4e9);
        return a + c + (d * d) + ((n % 4) * x * x) + ((n << 1) * x) + ((n & 3) - (n | 8) + (n ^ 1)) * x;
    }
}
