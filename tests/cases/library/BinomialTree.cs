// An American put in Cox, Ross and Rubinstein's tree, rolled back in place.
// tolerance: 1e-5
// point: spot: 100, strike: 110, rate: 0.05, volatility: 0.3, expiry: 1, steps: 25
using System;
using DiffGen;

namespace Cases.Library;

public static partial class BinomialTree
{
    [Differentiable]
    public static double F(double spot, double strike, double rate, double volatility, double expiry, int steps)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        double dt = expiry / steps, up = Math.Exp(volatility * Math.Sqrt(dt)), down = 1 / up;
        double discount = Math.Exp(-rate * dt), p = (Math.Exp(rate * dt) - down) / (up - down), q = 1 - p;
        var values = new double[steps + 1];
        for (int i = 0; i < values.Length; i++)
            values[i] = Payoff(spot * Math.Pow(up, (2 * i) - steps), strike);
        for (int n = steps - 1; n >= 0; n--)
        {
            for (int i = 0; i <= n; i++)
            {
                double hold = discount * ((p * values[i + 1]) + (q * values[i]));
                values[i] = Math.Max(hold, Payoff(spot * Math.Pow(up, (2 * i) - n), strike));
            }
        }
        return values[0];
    }

    [Differentiable]
    private static double Payoff(double spot, double strike) => spot < strike ? strike - spot : 0;
}
