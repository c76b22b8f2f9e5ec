// The example of Siskind and Pearlmutter: d/dx (x · d/dy (x + y)) is 1. One level's perturbation must not be taken for another's.
// point: x: 1
// point: x: -2.5
using DiffGen;

namespace Cases.Nested;

public static partial class PerturbationConfusion
{
    [Differentiable]
    public static double F(double x) => x * SumJvp(x, 1, 1).Tangent;

    [Differentiable(Wrt = new[] { nameof(y) })]
    private static double Sum(double x, double y) => x + y;
}
