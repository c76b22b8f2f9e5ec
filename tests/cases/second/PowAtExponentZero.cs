// The derivative by the base vanishes at exponent 0, but its own derivative by the exponent does not.
// point: x: 2, y: 0
// value: 1
// gradient: 0 0.693147180559945309
// direction: 0 1
// hvp: 0.5 0.480453013918201424
// point: x: 2, y: 0
// direction: 1 0
// hvp: 0 0.5
using System;
using DiffGen;

namespace Cases.Second;

public static partial class PowAtExponentZero
{
    [Differentiable]
    public static double F(double x, double y) => Math.Pow(x, y);
}
