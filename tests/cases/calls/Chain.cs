// A chain of four methods, each calling the next.
// point: x: 0.7
using System;
using DiffGen;

namespace Cases.Calls;

public static partial class Chain
{
    [Differentiable]
    public static double F(double x) => A(x) * x;

    [Differentiable]
    private static double A(double x) => B(x + 1) + x;

    [Differentiable]
    private static double B(double x) => C(x * x) / x;

    [Differentiable]
    private static double C(double x) => Math.Sin(x) * Math.Log(x);
}
