// The inverse of the normal distribution: rational approximations in three regions and two steps of Halley's method.
// tolerance: 1e-4
// point: p: 0.3
// value: -0.52440051270804078
// gradient: 2.8761036592642923
// within: 1e-10
// point: p: 0.02
// value: -2.0537489106318231
// gradient: 20.653418018055985
// within: 1e-10
// point: p: 0.98
// value: 2.0537489106318231
// gradient: 20.653418018055985
// within: 1e-10
using System;
using DiffGen;

namespace Cases.Library;

public static partial class NormalQuantile
{
    private static readonly double[] A = [-3.969683028665376e+01, 2.209460984245205e+02, -2.759285104469687e+02, 1.383577518672690e+02, -3.066479806614716e+01, 2.506628277459239e+00];
    private static readonly double[] B = [-5.447609879822406e+01, 1.615858368580409e+02, -1.556989798598866e+02, 6.680131188771972e+01, -1.328068155288572e+01, 1.0];
    private static readonly double[] C = [-7.784894002430293e-03, -3.223964580411365e-01, -2.400758277161838e+00, -2.549732539343734e+00, 4.374664141464968e+00, 2.938163982698783e+00];
    private static readonly double[] D = [7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996e+00, 3.754408661907416e+00, 1.0];

    [Differentiable]
    public static double F(double p)
    {
        const double low = 0.02425;
        if (p is <= 0.0 or >= 1.0)
            return p == 0.0 ? double.NegativeInfinity : p == 1.0 ? double.PositiveInfinity : double.NaN;
        double x;
        if (p < low)
        {
            double q = Math.Sqrt(-2.0 * Math.Log(p));
            x = Horner(q, C) / Horner(q, D);
        }
        else if (p <= 1.0 - low)
        {
            double q = p - 0.5, r = q * q;
            x = Horner(r, A) * q / Horner(r, B);
        }
        else
        {
            double q = Math.Sqrt(-2.0 * Math.Log(1.0 - p));
            x = -Horner(q, C) / Horner(q, D);
        }
        for (int pass = 0; pass < 2; pass++)
        {
            double e = Cdf(x) - p;
            double u = e * Math.Sqrt(2.0 * Math.PI) * Math.Exp(0.5 * x * x);
            x -= u / (1.0 + (0.5 * x * u));
        }
        return x;
    }

    [Differentiable]
    private static double Horner(double x, params ReadOnlySpan<double> coefficients)
    {
        double result = 0.0;
        foreach (double c in coefficients)
            result = Math.FusedMultiplyAdd(result, x, c);
        return result;
    }

    // Marsaglia's Taylor series about zero
    [Differentiable]
    private static double Cdf(double x)
    {
        double s = x, t = 0.0, b = x, q = x * x, i = 1.0;
        while (s != t)
            s = (t = s) + (b *= q / (i += 2.0));
        return 0.5 + (s * Math.Exp((-0.5 * q) - 0.91893853320467274178));
    }
}
