// Two methods, each made of a companion of the other, by way of a third.
// expect: DG0310 at GJvp(x, 1)
// compiler: CS0103
using DiffGen;

namespace Rejected;

public static partial class MutualCompanions
{
    [Differentiable]
    public static double F(double x) => x * GJvp(x, 1).Tangent;

    [Differentiable]
    public static double G(double x) => x * H(x);

    [Differentiable]
    public static double H(double x) => x * FJvp(x, 1).Tangent;
}
