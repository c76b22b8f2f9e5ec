// Two functions and an ordinary argument that is modified; the same method called with different functions in one loop.
// point: x: 0.7
using System;
using DiffGen;

namespace Cases.Higherorder;

public static partial class TwoFunctions
{
    [Differentiable]
    public static double F(double x)
    {
        double sum = 0;
        for (int i = 0; i < 4; i++)
        {
            sum = i % 2 == 0 ? Combine(v => v * x, Math.Cos, sum + i) : Combine(v => v + (x * i), v => v / (1 + (v * v)), sum);
        }
        return sum;
    }

    [Differentiable]
    private static double Combine([Differentiable] Func<double, double> f, [Differentiable] Func<double, double> g, double v)
    {
        if (v > 3)
            return f(v) * 0.5;
        v = g(v) + 1;
        return f(g(v));
    }
}
