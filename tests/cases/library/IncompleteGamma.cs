// The regularised lower incomplete gamma function: series or continued fraction, derivatives in both arguments.
// point: a: 2.5, x: 1.25
// value: 0.22350492887667729
// gradient: -0.22266347154419811, 0.30120398778030212
// within: 1e-10
// point: a: 3.3, x: 7.5
// value: 0.97110324987022864
// gradient: -0.032702013700967733, 0.021219777512623367
// within: 1e-10
// point: a: 0.8, x: 0.0
// kink: the left end of the domain
using System;
using DiffGen;

namespace Cases.Library;

public static partial class IncompleteGamma
{
    private const int MaximumIterations = 1000;
    private const double Accuracy = 1e-17;

    [Differentiable]
    public static double F(double a, double x)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(a);
        ArgumentOutOfRangeException.ThrowIfNegative(x);
        if (x == 0.0)
            return 0.0;
        double logPrefactor = (a * Math.Log(x)) - x - Gamma.Log(a);
        return x < a + 1.0
            ? Math.Exp(logPrefactor) * Series(a, x)
            : 1.0 - (Math.Exp(logPrefactor) * Fraction(a, x));
    }

    [Differentiable]
    private static double Series(double a, double x)
    {
        double ap = a, del = 1.0 / a, sum = del;
        for (int n = 0; n < MaximumIterations; n++)
        {
            ap += 1.0;
            del *= x / ap;
            sum += del;
            if (Math.Abs(del) < Math.Abs(sum) * Accuracy)
                return sum;
        }
        throw new InvalidOperationException($"No convergence after {MaximumIterations} iterations.");
    }

    [Differentiable]
    private static double Fraction(double a, double x)
    {
        double b = x + 1.0 - a, c = 1.0 / 1e-300, d = 1.0 / b, h = d;
        int i = 1;
        while (i <= MaximumIterations)
        {
            double an = -i * (i - a);
            b += 2.0;
            d = (an * d) + b;
            d = Math.Abs(d) < 1e-300 ? 1e-300 : d;
            c = b + (an / c);
            c = Math.Abs(c) < 1e-300 ? 1e-300 : c;
            d = 1.0 / d;
            double del = d * c;
            h *= del;
            if (Math.Abs(del - 1.0) <= 1e-16)
                break;
            i++;
        }
        return h;
    }

    private static partial class Gamma
    {
        private static readonly double[] Stirling = [1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360360];

        /// <summary>Stirling's series, shifted to where it converges fast.</summary>
        [Differentiable]
        public static double Log(double x)
        {
            double product = 1.0;
            for (; x < 12.0; x += 1.0)
                product *= x;
            double square = 1.0 / (x * x), sum = 0.0;
            for (int i = Stirling.Length - 1; i >= 0; i--)
                sum = (sum * square) + Stirling[i];
            return ((x - 0.5) * Math.Log(x)) - x + (0.5 * Math.Log(2 * Math.PI)) + (sum / x) - Math.Log(product);
        }
    }
}
