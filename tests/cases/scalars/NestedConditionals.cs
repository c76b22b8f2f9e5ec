// ?: within ?: picks one of four formulas; only the one taken contributes.
// point: x: 0.5, y: 2
// point: x: 1.5, y: 2
// point: x: 0.5, y: -2
// point: x: -1.5, y: -2
using System;
using DiffGen;

namespace Cases.Scalars;

public static partial class NestedConditionals
{
    [Differentiable]
    public static double F(double x, double y) => y > 0 ? x > 1 ? x * y : x / y : x > 0 ? x - y : Math.Exp(x * y * 0.25);
}
