// Implied volatility: bisection for a bracket, then Newton's method with its own vega.
// point: price: 8.5, spot: 100, strike: 105, rate: 0.02, expiry: 1.0
// value: 0.24501186702024835
// gradient: 0.025066596170925537, -0.012583306011581706, 0.0099549003210028903, -1.0452645337053035, -0.14341122418423024
// within: 1e-10
// point: price: 27.0, spot: 120, strike: 95, rate: 0.01, expiry: 0.5
// value: 0.3035013429837356
// gradient: 0.062113381418823658, -0.055194563015628394, 0.052066171195443879, -2.4731431317835843, -0.35296420561940728
// within: 1e-10
using System;
using DiffGen;

namespace Cases.Library;

public static partial class ImpliedVolatility
{
    [Differentiable]
    public static double F(double price, double spot, double strike, double rate, double expiry)
    {
        double intrinsic = Math.Max(0, spot - (strike * Math.Exp(-rate * expiry)));
        if (price <= intrinsic || price >= spot)
            throw new ArgumentOutOfRangeException(nameof(price), "The price admits arbitrage.");
        double low = 1e-4, high = 5.0;
        for (int i = 0; i < 6; i++)
        {
            double middle = 0.5 * (low + high);
            if (Call(spot, strike, rate, expiry, middle).Price > price)
                high = middle;
            else
                low = middle;
        }
        double volatility = 0.5 * (low + high);
        int iterations = 0;
        while (true)
        {
            (double value, double vega) = Call(spot, strike, rate, expiry, volatility);
            double step = (value - price) / vega;
            volatility -= step;
            if (Math.Abs(step) < 1e-10 || ++iterations > 50)
                break;
        }
        return volatility;
    }

    [Differentiable]
    private static (double Price, double Vega) Call(double spot, double strike, double rate, double expiry, double volatility)
    {
        double root = volatility * Math.Sqrt(expiry);
        double d1 = (Math.Log(spot / strike) + ((rate + (0.5 * volatility * volatility)) * expiry)) / root;
        double price = (spot * Phi(d1)) - (strike * Math.Exp(-rate * expiry) * Phi(d1 - root));
        return (price, spot * Math.Sqrt(expiry) * Math.Exp(-0.5 * d1 * d1) / Math.Sqrt(2 * Math.PI));
    }

    [Differentiable]
    private static double Phi(double x)
    {
        if (!(Math.Abs(x) < 8.0))
            return x > 0.0 ? 1.0 : 0.0;
        double sum = 0.0, term = x, i = 3.0;
        while (sum + term != sum)
        {
            sum += term;
            term *= x * x / i;
            i += 2.0;
        }
        return 0.5 + (sum * Math.Exp(-0.5 * x * x) / Math.Sqrt(2 * Math.PI));
    }
}
