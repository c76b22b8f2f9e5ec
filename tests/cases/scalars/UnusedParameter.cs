// A parameter that nothing reads still has its place in the tuple of gradients.
// point: x: 1.5, unused: 2, y: 3
// value: 4.5
// gradient: 3 0 1.5
using System;
using DiffGen;

namespace Cases.Scalars;

public static partial class UnusedParameter
{
    [Differentiable]
    public static double F(double x, double unused, double y) => x * y;
}
