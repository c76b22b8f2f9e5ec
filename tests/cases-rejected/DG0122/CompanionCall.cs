// Nested derivatives come in a later step.
// expect: DG0122 at GJvp(x, 1)
// compiler: CS0103
using System;
using DiffGen;

namespace Rejected;

public static partial class CompanionCall
{
    [Differentiable]
    public static double F(double x) => x * GJvp(x, 1).Tangent;

    [Differentiable]
    private static double G(double x) => x * x * x;
}
