// Simpson's rule by recursion with Richardson's correction.
// tolerance: 1e-5
// point: a: 0.1, b: 2.5, power: 1.3
using System;
using DiffGen;

namespace Cases.Library;

public static partial class AdaptiveSimpson
{
    [Differentiable]
    public static double F(double a, double b, double power)
    {
        double fa = Integrand(a, power), fb = Integrand(b, power), m = 0.5 * (a + b), fm = Integrand(m, power);
        return Refine(a, b, fa, fm, fb, (b - a) / 6 * (fa + (4 * fm) + fb), power, 1e-7, depth: 12);
    }

    [Differentiable]
    private static double Integrand(double x, double power) => Math.Pow(x, power) * Math.Exp(-x) / (1 + (x * x));

    [Differentiable]
    private static double Refine(double a, double b, double fa, double fm, double fb, double whole, double power, double tolerance, int depth)
    {
        double m = 0.5 * (a + b), l = 0.5 * (a + m), r = 0.5 * (m + b);
        double fl = Integrand(l, power), fr = Integrand(r, power);
        double left = (m - a) / 6 * (fa + (4 * fl) + fm), right = (b - m) / 6 * (fm + (4 * fr) + fb);
        double delta = left + right - whole;
        if (depth <= 0 || Math.Abs(delta) <= 15 * tolerance)
            return left + right + (delta / 15);
        return Refine(a, m, fa, fl, fm, left, power, tolerance / 2, depth - 1) + Refine(m, b, fm, fr, fb, right, power, tolerance / 2, depth - 1);
    }
}
