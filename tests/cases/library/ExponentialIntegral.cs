// E1 by series below one and by a continued fraction evaluated from the bottom above.
// point: x: 0.4
// value: 0.70238011886566248
// gradient: -1.6758001150890983
// within: 1e-10
// point: x: 3.0
// value: 0.013048381094197037
// gradient: -0.016595689455954648
// within: 1e-10
using System;
using DiffGen;

namespace Cases.Library;

public static partial class ExponentialIntegral
{
    private const double EulerGamma = 0.57721566490153286060651209;

    [Differentiable]
    public static double F(double x)
    {
        if (!(x > 0.0))
            return x == 0.0 ? double.PositiveInfinity : double.NaN;
        if (x <= 1.0)
        {
            double sum = -EulerGamma - Math.Log(x), term = -1.0;
            int k = 1;
            while (Math.Abs(term) > double.Epsilon && k < 30)
            {
                term *= -x / k;
                sum += term / k;
                k++;
            }
            return sum;
        }
        double fraction = 0.0;
        for (int n = 20 + (int)Diff.StopGradient(80.0 / x); n > 0; n--)
            fraction = n / (1.0 + (n / (x + fraction)));
        return Math.Exp(-x) / (x + fraction);
    }
}
