// erf by its series near zero and by a continued fraction (Lentz) beyond.
// point: x: 0.3
// value: 0.32862675945912743
// gradient: 1.0312609096189631
// within: 1e-10
// point: x: -1.75
// value: -0.98667167121918244
// gradient: 0.052774995930150375
// within: 1e-10
// point: x: 2.9
// value: 0.99995890212190054
// gradient: 0.00025121089252072912
// within: 1e-10
// point: x: 7.5
// value: 1.0
// gradient: 4.2013653781149885e-25
// within: 1e-10
using System;
using DiffGen;

namespace Cases.Library;

public static partial class ErrorFunction
{
    private static readonly double InverseSqrtPi = 1.0 / Math.Sqrt(Math.PI);

    [Differentiable]
    public static double F(double x)
    {
        if (double.IsNaN(x))
            return double.NaN;
        double magnitude = Math.Abs(x);
        if (magnitude > 6.0)
            return Math.Sign(x);
        return magnitude <= 2.0 ? Series(x) : Math.Sign(x) * (1.0 - Complement(magnitude));
    }

    [Differentiable]
    private static double Series(double x)
    {
        double square = x * x, term = x, sum = x;
        for (int n = 1; ; n++)
        {
            term *= -square / n;
            double delta = term / ((2 * n) + 1);
            sum += delta;
            if (Math.Abs(delta) < 1e-18)
                break;
        }
        return 2.0 * InverseSqrtPi * sum;
    }

    // x must be positive
    [Differentiable]
    private static double Complement(double x)
    {
        const double tiny = 1e-300;
        const int maximumIterations = 500;
        double b = x, f = b, c = b, d = 0.0;
        for (int i = 1; i <= maximumIterations; i++)
        {
            double a = 0.5 * i;
            d = x + (a * d);
            if (d == 0.0)
                d = tiny;
            c = x + (a / c);
            if (c == 0.0)
                c = tiny;
            d = 1.0 / d;
            double delta = c * d;
            f *= delta;
            if (Math.Abs(delta - 1.0) < 1e-16)
                return InverseSqrtPi * Math.Exp(-x * x) / f;
        }
        throw new ArithmeticException("The continued fraction did not converge.");
    }
}
