// The regularised incomplete beta function by Lentz' continued fraction, with the reflection that makes it converge.
// point: a: 2.5, b: 1.75, x: 0.3
// value: 0.11152280276038254
// gradient: -0.11214932383990382, 0.093418056634597235, 0.8527488242618276
// within: 1e-10
// point: a: 0.8, b: 3.25, x: 0.85
// value: 0.99857381926670247
// gradient: -0.0030131041438441237, 0.0027807049125836142, 0.031149430570222739
// within: 1e-10
using System;
using DiffGen;

namespace Cases.Library;

public static partial class IncompleteBeta
{
    [Differentiable]
    public static double F(double a, double b, double x)
    {
        if (x is < 0.0 or > 1.0)
            throw new ArgumentOutOfRangeException(nameof(x), x, "x must be between 0 and 1.");
        if (x is 0.0 or 1.0)
            return x;
        double front = Math.Exp(LogGamma(a + b) - LogGamma(a) - LogGamma(b) + (a * Math.Log(x)) + (b * Math.Log(1.0 - x)));
        if (x < (a + 1.0) / (a + b + 2.0))
            return front * Fraction(a, b, x) / a;
        return 1.0 - (front * Fraction(b, a, 1.0 - x) / b);
    }

    [Differentiable]
    private static double Fraction(double a, double b, double x)
    {
        double qab = a + b, qap = a + 1.0, qam = a - 1.0;
        double c = 1.0, d = 1.0 / Guard(1.0 - (qab * x / qap)), h = d;
        for (int m = 1; m <= 300; m++)
        {
            int m2 = 2 * m;
            double aa = m * (b - m) * x / ((qam + m2) * (a + m2));
            d = 1.0 / Guard(1.0 + (aa * d));
            c = Guard(1.0 + (aa / c));
            h *= d * c;
            aa = -(a + m) * (qab + m) * x / ((a + m2) * (qap + m2));
            d = 1.0 / Guard(1.0 + (aa * d));
            c = Guard(1.0 + (aa / c));
            double del = d * c;
            h *= del;
            if (Math.Abs(del - 1.0) < 2e-16)
                break;
        }
        return h;
    }

    [Differentiable]
    private static double Guard(double value) => Math.Abs(value) < 1e-300 ? 1e-300 : value;

    [Differentiable]
    private static double LogGamma(double z)
    {
        double shift = 0.0;
        while (z < 15.0)
        {
            shift += Math.Log(z);
            z += 1.0;
        }
        double r = 1.0 / z, s = r * r;
        double series = r * ((1.0 / 12) - (s * ((1.0 / 360) - (s * ((1.0 / 1260) - (s * ((1.0 / 1680) - (s / 1188))))))));
        return ((z - 0.5) * Math.Log(z)) - z + 0.91893853320467274178 + series - shift;
    }
}
