// A method with a delegate parameter that calls itself.
// expect: DG0110 at Repeat(f, f(x), n - 1)
using System;
using DiffGen;

namespace Rejected;

public static partial class RecursiveHigherOrder
{
    [Differentiable]
    public static double F(double x) => Repeat(v => v * v, x, 3);

    [Differentiable]
    private static double Repeat([Differentiable] Func<double, double> f, double x, int n) => n == 0 ? x : Repeat(f, f(x), n - 1);
}
