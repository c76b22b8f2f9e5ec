// The first thing that must work: products and sums.
// snapshot: the generated file
// point: x: 1.5, y: -0.25
// value: 1.515625
// gradient: 2.5 2.8125
using System;
using DiffGen;

namespace Cases.Scalars;

public static partial class Polynomial
{
    [Differentiable]
    public static double F(double x, double y) => (x * x) + (2 * x * y) - (y * y * y);
}
