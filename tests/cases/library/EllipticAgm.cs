// Complete elliptic integrals of both kinds by the arithmetic-geometric mean.
// point: k: 0.6, kind: EllipticAgm.Kind.First
// value: 1.7507538029157525
// gradient: 0.77500250151729847
// within: 1e-10
// point: k: 0.6, kind: EllipticAgm.Kind.Second
// value: 1.4180833944487242
// gradient: -0.5544506807783805
// within: 1e-10
// point: k: 0.95, kind: EllipticAgm.Kind.First
// value: 2.5900112308745012
// gradient: 9.1788993602580268
// within: 1e-10
using System;
using DiffGen;

namespace Cases.Library;

public static partial class EllipticAgm
{
    public enum Kind { First, Second }

    [Differentiable]
    public static double F(double k, Kind kind)
    {
        if (Math.Abs(k) >= 1.0)
            throw new ArgumentOutOfRangeException(nameof(k));
        Integrals(k, out double first, out double second);
        return kind == Kind.First ? first : second;
    }

    [Differentiable]
    private static void Integrals(double k, out double first, out double second)
    {
        (double a, double b) = (1.0, Math.Sqrt((1.0 - k) * (1.0 + k)));
        double c = k, power = 0.5, sum = 0.5 * k * k;
        while (Math.Abs(c) > 1e-12)
        {
            (a, b, c) = (0.5 * (a + b), Math.Sqrt(a * b), 0.5 * (a - b));
            power *= 2.0;
            sum += power * c * c;
        }
        first = Math.PI / (2.0 * a);
        second = first * (1.0 - sum);
    }
}
