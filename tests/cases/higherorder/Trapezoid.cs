// The trapezoid rule over a lambda that captures a parameter.
// point: k: 0.7, b: 2, n: 8
using System;
using DiffGen;

namespace Cases.Higherorder;

public static partial class Trapezoid
{
    [Differentiable]
    public static double F(double k, double b, int n) => Integrate(x => Math.Sin(k * x) * x, 0, b, n);

    [Differentiable]
    public static double Integrate([Differentiable] Func<double, double> f, double a, double b, int n)
    {
        double h = (b - a) / n;
        double sum = 0.5 * (f(a) + f(b));
        for (int i = 1; i < n; i++)
            sum += f(a + (i * h));
        return sum * h;
    }
}
