// An unmarked method is fine where nothing active goes in.
// point: x: 1.5, n: 4
using System;
using DiffGen;

namespace Cases.Calls;

public static partial class UnmarkedWithConstants
{
    [Differentiable]
    public static double F(double x, int n) => x * Factorial(n) + (x * x * Scale(2));

    private static double Factorial(int n) => n <= 1 ? 1 : n * Factorial(n - 1);

    private static double Scale(int n) => 1.0 / n;
}
