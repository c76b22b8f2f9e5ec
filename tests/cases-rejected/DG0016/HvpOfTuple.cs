// A Hessian asked of a method that returns two numbers.
// expect: DG0016 at Differentiable(Derivatives.Hvp)
using System;
using DiffGen;

namespace Rejected;

public static partial class HvpOfTuple
{
    [Differentiable(Derivatives.Hvp)]
    public static (double A, double B) F(double x) => (x, x * x);
}
