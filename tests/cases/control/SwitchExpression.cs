// Arms with relational patterns and guards; only one is evaluated.
// point: x: 0.5, y: 3
// point: x: 2, y: 3
// point: x: 4, y: 3
// point: x: 4, y: -3
using System;
using DiffGen;

namespace Cases.Control;

public static partial class SwitchExpression
{
    [Differentiable]
    public static double F(double x, double y) => x switch
    {
        < 1 => x * y,
        < 3 => Math.Exp(x) / y,
        _ when y > 0 => Math.Log(x) * y,
        _ => x - (y * y),
    };
}
