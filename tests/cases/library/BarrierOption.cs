// A down-and-out call by reflection, dead below its barrier.
// point: spot: 100, strike: 100, barrier: 85, rate: 0.03, volatility: 0.25, expiry: 1
// value: 10.123879785803385
// gradient: 0.70222077507379972, -0.38959415689347918, -0.24869155332033727, 45.328062086138393, 20.559309546713296, 3.9297555559233139
// within: 1e-10
// point: spot: 80, strike: 100, barrier: 85, rate: 0.03, volatility: 0.25, expiry: 1
// gradient: 0, 0, 0, 0, 0, 0
using System;
using DiffGen;

namespace Cases.Library;

public static partial class BarrierOption
{
    [Differentiable]
    public static double F(double spot, double strike, double barrier, double rate, double volatility, double expiry)
    {
        if (spot <= barrier)
            return 0;
        double power = (2 * rate / (volatility * volatility)) - 1;
        return Vanilla(spot) - (Math.Pow(barrier / spot, power) * Vanilla(spot: barrier * barrier / spot));

        [Differentiable]
        double Vanilla(double spot)
        {
            double root = volatility * Math.Sqrt(expiry);
            double d = (Math.Log(spot / strike) + (rate * expiry)) / root;
            return (spot * Cdf(d + (0.5 * root))) - (strike * Math.Exp(-rate * expiry) * Cdf(d - (0.5 * root)));
        }
    }

    [Differentiable]
    private static double Cdf(double x)
    {
        double term = x, sum = x;
        int k = 1;
        do
        {
            k += 2;
            term *= x * x / k;
            sum += term;
        }
        while (Math.Abs(term) > 1e-17);
        return 0.5 + (sum * Math.Exp(-0.5 * x * x) * 0.39894228040143267794);
    }
}
