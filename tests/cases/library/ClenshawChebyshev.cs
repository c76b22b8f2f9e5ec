// A Chebyshev series on an interval by Clenshaw's recurrence, going down through its coefficients.
// point: coefficients: [0.8, -0.4, 0.3, 0.1, -0.05], x: 2.2, low: 1, high: 4
// value: 0.62616
// gradient: 1.0, -0.2, -0.92, 0.568, 0.6928, -0.6928, 0.41568, 0.27712
// within: 1e-10
using System;
using DiffGen;

namespace Cases.Library;

public static partial class ClenshawChebyshev
{
    [Differentiable]
    public static double F(ReadOnlySpan<double> coefficients, double x, double low = -1, double high = 1)
    {
        double t = ((2 * x) - low - high) / (high - low);
        (double b1, double b2) = (0, 0);
        for (int k = coefficients.Length; --k > 0;)
            (b1, b2) = ((2 * t * b1) - b2 + coefficients[k], b1);
        return (t * b1) - b2 + (coefficients is [] ? 0 : coefficients[0]);
    }
}
