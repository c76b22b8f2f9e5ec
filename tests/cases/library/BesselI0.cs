// The modified Bessel function of order zero, optionally scaled by exp(-|x|).
// point: x: 2.5, scaled: false
// value: 3.289839144050123
// gradient: 2.5167162452886984
// within: 1e-10
// point: x: -7.0, scaled: true
// value: 0.15373774467288125
// gradient: 0.011448509963282574
// within: 1e-10
// point: x: 60.0, scaled: true
// value: 0.051611549173609841
// gradient: -0.00043191898458112283
// within: 1e-10
using System;
using DiffGen;

namespace Cases.Library;

public static partial class BesselI0
{
    [Differentiable]
    public static double F(double x, bool scaled = false)
    {
        double ax = Math.Abs(x);
        if (ax < 18.0)
        {
            double sum = Series(0.25 * ax * ax);
            return scaled ? Math.Exp(-ax) * sum : sum;
        }
        double tail = Asymptotic(ax);
        return scaled ? tail : tail * Math.Exp(ax);
    }

    [Differentiable]
    private static double Series(double y)
    {
        double sum = 1.0, term = 1.0;
        for (int k = 1; ; ++k)
        {
            term *= y / (k * (double)k);
            sum += term;
            if (term < sum * 1e-18)
                return sum;
        }
    }

    [Differentiable]
    private static double Asymptotic(double x)
    {
        double sum = 1.0, term = 1.0, z = 1.0 / (8.0 * x);
        int k = 1;
        while (true)
        {
            double previous = term;
            term *= ((2 * k) - 1) * ((2 * k) - 1) * z / k;
            if (term >= previous || term < 1e-17)
                break;
            sum += term;
            k += 1;
        }
        return sum / Math.Sqrt(2.0 * Math.PI * x);
    }
}
