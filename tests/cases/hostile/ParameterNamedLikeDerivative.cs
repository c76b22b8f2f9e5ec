// A parameter dx beside x: the tangent of x gets another name.
// point: x: 1.5, dx: 0.5
using System;
using DiffGen;

namespace Cases.Hostile;

public static partial class ParameterNamedLikeDerivative
{
    [Differentiable]
    public static double F(double x, double dx) => x * dx * dx;
}
