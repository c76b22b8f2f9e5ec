// Calls as arguments of calls of the same method.
// point: x: 0.7, y: 1.3
using System;
using DiffGen;

namespace Cases.Calls;

public static partial class NestedCalls
{
    [Differentiable]
    public static double F(double x, double y) => G(G(x, y), G(y, G(x, x)));

    [Differentiable]
    private static double G(double a, double b) => (a * b) + Math.Sin(a);
}
