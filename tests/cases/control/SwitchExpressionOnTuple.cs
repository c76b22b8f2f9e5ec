// A switch over two integers at once.
// point: x: 0.5, a: 0, b: 1
// point: x: 0.5, a: 1, b: 1
// point: x: 0.5, a: 2, b: 0
using System;
using DiffGen;

namespace Cases.Control;

public static partial class SwitchExpressionOnTuple
{
    [Differentiable]
    public static double F(double x, int a, int b) => (a, b) switch
    {
        (0, _) => x,
        (1, 1) => x * x,
        _ => Math.Sin(x),
    };
}
