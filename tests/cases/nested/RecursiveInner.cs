// A recursive method that takes derivatives of another at each level, and the gradient of a recursive method by an outer one that recurses too.
// point: x: 0.7, n: 3
using System;
using DiffGen;

namespace Cases.Nested;

public static partial class RecursiveInner
{
    [Differentiable]
    public static double F(double x, int n) => n == 0 ? x : GGradient(F(x * 0.5, n - 1), 2) + x;

    [Differentiable]
    private static double G(double x, int n) => n == 0 ? Math.Sin(x) : x * G(x * x, n - 1);
}
