// Only the chosen parameters are active; the order is the declared one.
// point: x: 1.5, y: 2, z: 3
// value: 9
// gradient: 6 3
using System;
using DiffGen;

namespace Cases.Declarations;

public static partial class Wrt
{
    [Differentiable(Wrt = new[] { nameof(z), nameof(x) })]
    public static double F(double x, double y, double z) => x * y * z;
}
