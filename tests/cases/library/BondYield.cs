// Yield to maturity of a coupon bond by Newton's method, with its derivative in closed form, and the modified duration.
// point: price: 96.5, coupon: 0.04, periods: 10
// value: 0.044410446242003551
// gradient: -0.0012881010937620059, 1.0221990204145404
// within: 1e-10
using System;
using DiffGen;

namespace Cases.Library;

public static partial class BondYield
{
    private const double Face = 100.0;

    [Differentiable]
    public static double F(double price, double coupon, int periods) => Solve(price, coupon, periods);

    [Differentiable]
    private static double Solve(double price, double coupon, int periods, double guess = 0.05, double tolerance = 1e-14)
    {
        double y = guess;
        for (int i = 0; i < 100; i++)
        {
            (double value, double slope) = Price(y, coupon, periods);
            double next = y - ((value - price) / slope);
            bool done = Math.Abs(next - y) < tolerance;
            y = next;
            if (done)
                return y;
        }
        throw new InvalidOperationException("Newton's method did not converge.");
    }

    [Differentiable]
    private static (double Value, double Slope) Price(double y, double coupon, int periods)
    {
        double v = 1 / (1 + y), discount = 1, value = 0, slope = 0;
        for (int t = 1; t <= periods; t++)
        {
            discount *= v;
            double flow = t == periods ? Face * (1 + coupon) : Face * coupon;
            value += flow * discount;
            slope -= t * flow * discount * v;
        }
        return (value, slope);
    }
}
