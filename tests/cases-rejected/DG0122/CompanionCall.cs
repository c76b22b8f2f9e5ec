// The reverse mode of a companion cannot be called from differentiable code yet.
// expect: DG0122 at GVjp(x, 1)
// compiler: CS0103
using System;
using DiffGen;

namespace Rejected;

public static partial class CompanionCall
{
    [Differentiable]
    public static double F(double x) => x * GVjp(x, 1);

    [Differentiable]
    private static double G(double x) => x * x * x;
}
