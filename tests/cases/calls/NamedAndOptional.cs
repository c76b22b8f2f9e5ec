// Named arguments out of order, optional ones left out: evaluated in the order written.
// point: x: 1.5, y: 0.5
using System;
using DiffGen;

namespace Cases.Calls;

public static partial class NamedAndOptional
{
    [Differentiable]
    public static double F(double x, double y) => G(b: x * y, a: y) + G(x) + G(x, power: 3) + G(b: 2, a: x, power: 1);

    [Differentiable]
    private static double G(double a, double b = 0.25, int power = 2)
    {
        double s = b;
        for (int i = 0; i < power; i++)
            s *= a;
        return s - b;
    }
}
