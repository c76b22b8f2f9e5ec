// A higher-order method of another type, in the reverse sweep of a loop with an early exit.
// point: x: 0.7
// point: x: 1.9
using System;
using DiffGen;

namespace Cases.Higherorder;

public static partial class Solvers
{
    [Differentiable]
    public static double Iterate([Differentiable] Func<double, double, double> step, double start, int n)
    {
        double value = start;
        for (int i = 0; i < n; i++)
        {
            double next = step(value, i);
            if (next > 10)
                break;
            value = next;
        }
        return value;
    }
}


public static partial class OfOtherType
{
    [Differentiable]
    public static double F(double x) => Solvers.Iterate((v, i) => (v * x) + (0.1 * i), x, 8);
}
