// A delegate type of one's own with a ref parameter.
// point: x: 0.7, y: 2
using System;
using DiffGen;

namespace Cases.Lambdas;

public static partial class CustomDelegate
{
    public delegate double Step(ref double state, double h);

    [Differentiable]
    public static double F(double x, double y)
    {
        Step step = (ref double s, double h) =>
        {
            double before = s;
            s += h * Math.Sin(s);
            return before * y;
        };
        double total = 0;
        for (int i = 0; i < 4; i++)
            total += step(ref x, 0.1 * i);
        return total + x;
    }
}
