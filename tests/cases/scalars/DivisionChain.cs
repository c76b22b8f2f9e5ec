// Quotients of quotients: partials of / in both arguments.
// point: x: 1.7, y: 0.6, z: -2.2
using System;
using DiffGen;

namespace Cases.Scalars;

public static partial class DivisionChain
{
    [Differentiable]
    public static double F(double x, double y, double z) => x / y / z - (x / (y / z)) + (1 / x / (2 / y)) - (z / 3 / y);
}
