// An integral inside an integral is no recursion.
// point: k: 0.7
using System;
using DiffGen;

namespace Cases.Higherorder;

public static partial class DoubleIntegral
{
    [Differentiable]
    public static double F(double k) => Integrate(x => Integrate(y => Math.Exp(-k * x * y), 0, x, 3), 0, 1, 4);

    [Differentiable]
    private static double Integrate([Differentiable] Func<double, double> f, double a, double b, int n)
    {
        double h = (b - a) / n;
        double sum = 0;
        for (int i = 0; i < n; i++)
            sum += f(a + ((i + 0.5) * h));
        return sum * h;
    }
}
