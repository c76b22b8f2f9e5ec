// A gradient asked of a method that returns two numbers.
// expect: DG0016 at Differentiable(Derivatives.Gradient)
using System;
using DiffGen;

namespace Rejected;

public static partial class GradientOfTuple
{
    [Differentiable(Derivatives.Gradient)]
    public static (double A, double B) F(double x) => (x, x * x);
}
