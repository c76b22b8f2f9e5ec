// The price of a zero bond in the model of Cox, Ingersoll and Ross.
// point: rate: 0.03, speed: 0.6, mean: 0.05, volatility: 0.12, maturity: 4
// value: 0.84511142215979078
// gradient: -1.2653532478594472, -0.034384001040192148, -2.0852099850332474, 0.019483960355306863, -0.040128355517231063
// within: 1e-10
// point: rate: 0.03, speed: 0.1, mean: 0.05, volatility: 0.52, maturity: 4
// throws: ArgumentException
using System;
using DiffGen;

namespace Cases.Library;

public static partial class CirBond
{
    [Differentiable]
    public static double F(double rate, double speed, double mean, double volatility, double maturity)
    {
        if (2 * speed * mean <= volatility * volatility)
            throw new ArgumentException($"Feller's condition is violated: {2 * speed * mean} <= {volatility * volatility}.");
        double gamma = Math.Sqrt((speed * speed) + (2 * volatility * volatility));
        double growth = Math.Exp(gamma * maturity);
        double denominator = ((gamma + speed) * (growth - 1)) + (2 * gamma);
        double b = 2 * (growth - 1) / denominator;
        double a = Math.Pow(2 * gamma * Math.Exp((speed + gamma) * maturity / 2) / denominator, 2 * speed * mean / (volatility * volatility));
        return a * Math.Exp(-b * rate);
    }
}
