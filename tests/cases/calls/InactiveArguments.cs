// A marked method called with constants only, and one with an active argument in each position.
// point: x: 1.5
using System;
using DiffGen;

namespace Cases.Calls;

public static partial class InactiveArguments
{
    [Differentiable]
    public static double F(double x) => G(2, 3) + G(x, 3) + G(2, x) + (G(1, 1) * x);

    [Differentiable]
    private static double G(double a, double b) => a * Math.Exp(-b);
}
