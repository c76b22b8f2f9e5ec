// The price of a European option with a dividend yield: delta, vega, rho and theta are its gradient.
// point: type: BlackScholes.OptionType.Call, spot: 100, strike: 105, rate: 0.03, dividend: 0.01, volatility: 0.25, expiry: 0.75
// value: 7.1029454825482005
// gradient: 0.47733759017052811, -0.38696012890004391, 30.473110150878458, -35.800319262789609, 34.252083269085582, 6.4502673607122073
// within: 1e-10
// point: type: BlackScholes.OptionType.Put, spot: 100, strike: 105, rate: 0.03, dividend: 0.01, volatility: 0.25, expiry: 0.75
// value: 10.514019905934676
// gradient: -0.51519046464861032, 0.59079110829329245, -46.52479977809678, 38.639284848645774, 34.252083269085582, 4.3628790183723361
// within: 1e-10
// point: type: BlackScholes.OptionType.Put, spot: 100, strike: 105, rate: 0.03, dividend: 0.01, volatility: -0.25, expiry: 0.75
// throws: ArgumentOutOfRangeException
using System;
using DiffGen;

namespace Cases.Library;

public static partial class BlackScholes
{
    public enum OptionType { Call = 1, Put = -1 }

    [Differentiable]
    public static double F(OptionType type, double spot, double strike, double rate, double dividend, double volatility, double expiry)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(volatility);
        ArgumentOutOfRangeException.ThrowIfNegative(expiry);
        int sign = (int)type;
        double forward = spot * Math.Exp((rate - dividend) * expiry), discount = Math.Exp(-rate * expiry);
        double deviation = volatility * Math.Sqrt(expiry);
        if (deviation == 0.0)
            return discount * Math.Max(sign * (forward - strike), 0.0);
        double d1 = (Math.Log(forward / strike) / deviation) + (0.5 * deviation), d2 = d1 - deviation;
        return discount * sign * ((forward * Normal.Cdf(sign * d1)) - (strike * Normal.Cdf(sign * d2)));
    }

    private static partial class Normal
    {
        private const double LogSqrtTwoPi = 0.91893853320467274178;

        [Differentiable]
        public static double Cdf(double x)
        {
            double sum = x, term = x;
            for (int k = 3; Math.Abs(term) > 1e-18; k += 2)
            {
                term *= x * x / k;
                sum += term;
            }
            return 0.5 + (sum * Math.Exp((-0.5 * x * x) - LogSqrtTwoPi));
        }
    }
}
