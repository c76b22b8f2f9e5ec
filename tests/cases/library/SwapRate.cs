// A par swap rate over a discount curve with log-linear interpolation, curve points found by binary search.
// point: times: [0.5, 1, 2, 3, 5], rates: [0.02, 0.022, 0.025, 0.027, 0.03], maturity: 4
using System;
using DiffGen;

namespace Cases.Library;

public static partial class SwapRate
{
    [Differentiable]
    public static double F([NoDerivative] double[] times, double[] rates, int maturity)
    {
        double annuity = 0;
        for (int year = 1; year <= maturity; year++)
            annuity += Discount(times, rates, year);
        return (1 - Discount(times, rates, maturity)) / annuity;
    }

    [Differentiable]
    private static double Discount(double[] times, double[] rates, double t)
    {
        int index = Array.BinarySearch(times, t);
        if (index >= 0)
            return Math.Exp(-rates[index] * t);
        index = ~index;
        if (index == 0)
            return Math.Exp(-rates[0] * t);
        if (index == times.Length)
            return Math.Exp(-rates[^1] * t);
        double w = (t - times[index - 1]) / (times[index] - times[index - 1]);
        return Math.Exp(-(((1 - w) * rates[index - 1] * times[index - 1]) + (w * rates[index] * times[index])));
    }
}
