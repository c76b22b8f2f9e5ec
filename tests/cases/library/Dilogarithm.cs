// Spence's function, mapped by its functional equations to where the series is short.
// point: x: 0.25
// value: 0.26765263908273261
// gradient: 1.1507282898071237
// within: 1e-10
// point: x: 0.8
// value: 1.0747946000082484
// gradient: 2.0117973905426255
// within: 1e-10
// point: x: -3.5
// value: -2.1620967990779751
// gradient: 0.42973639907893545
// within: 1e-10
using System;
using DiffGen;

namespace Cases.Library;

public static partial class Dilogarithm
{
    private const double Zeta2 = Math.PI * Math.PI / 6;

    [Differentiable]
    public static double F(double x) => x switch
    {
        > 1.0 => throw new ArgumentOutOfRangeException(nameof(x)),
        1.0 => Zeta2,
        > 0.5 => Zeta2 - (Math.Log(x) * Math.Log(1.0 - x)) - F(1.0 - x),
        < -1.0 => -Zeta2 - (0.5 * Square(Math.Log(-x))) - F(1.0 / x),
        < 0.0 => -F(x / (x - 1.0)) - (0.5 * Square(Math.Log(1.0 - x))),
        _ => Series(x),
    };

    [Differentiable]
    private static double Square(double v) => v * v;

    [Differentiable]
    private static double Series(double x)
    {
        double power = x, sum = 0;
        for (int n = 1; n < 200 && power > 1e-20; power *= x)
        {
            sum += power / (n * n);
            n++;
        }
        return sum;
    }
}
