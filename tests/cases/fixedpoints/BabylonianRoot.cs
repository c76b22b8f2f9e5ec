// The square root by the Babylonian step: x/2 + a/(2x) has slope 0 at the solution. F = sqrt(a) with derivative 1/(2 sqrt(a)).
// point: a: 2.25
// gradient: 0.33333333333333333
using System;
using DiffGen;

namespace Cases.Fixedpoints;

public static partial class BabylonianRoot
{
    [Differentiable]
    public static double F(double a) => Root(1, a);

    [FixedPoint(nameof(Step))]
    private static double Root(double x, double a)
    {
        for (int i = 0; i < 50; i++)
            x = Step(x, a);
        return x;
    }

    [Differentiable]
    private static double Step(double x, double a) => 0.5 * (x + (a / x));
}
