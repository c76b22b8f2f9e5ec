// The Bessel function of order zero: power series for small arguments, Hankel's expansion for large ones.
// point: x: 1.25
// value: 0.64590608527128526
// gradient: -0.51062326031988047
// within: 1e-10
// point: x: -4.5
// value: -0.32054250898512142
// gradient: -0.23106043192337063
// within: 1e-10
// point: x: 31.0
// value: 0.051208145304542249
// gradient: 0.1330243166663142
// within: 1e-10
using System;
using DiffGen;

namespace Cases.Library;

public static partial class BesselJ0
{
    [Differentiable]
    public static double F(double x) => Math.Abs(x) switch
    {
        < 12.0 => PowerSeries(x),
        _ => Hankel(Math.Abs(x)),
    };

    [Differentiable]
    private static double PowerSeries(double x)
    {
        double q = -0.25 * x * x;
        double term = 1.0, sum = 1.0;
        int k = 0;
        do
        {
            k++;
            term *= q / ((double)k * k);
            sum += term;
        }
        while (Math.Abs(term) > 1e-17 * Math.Abs(sum) || k < 5);
        return sum;
    }

    [Differentiable]
    private static double Hankel(double x)
    {
        HankelTerms(x, out double p, out double q);
        (double sin, double cos) = Math.SinCos(x - (Math.PI / 4));
        return Math.Sqrt(2.0 / (Math.PI * x)) * ((p * cos) - (q * sin));
    }

    [Differentiable]
    private static void HankelTerms(double x, out double p, out double q)
    {
        p = 1.0;
        q = 0.0;
        double term = 1.0;
        for (int k = 1; k < 30; k++)
        {
            int odd = (2 * k) - 1;
            double next = term * -(odd * odd) / (k * 8.0 * x);
            if (Math.Abs(next) > Math.Abs(term) || Math.Abs(next) < 1e-18)
                break;
            term = next;
            switch (k & 3)
            {
                case 0:
                    p += term;
                    break;
                case 1:
                    q += term;
                    break;
                case 2:
                    p -= term;
                    break;
                default:
                    q -= term;
                    break;
            }
        }
    }
}
