// Second derivatives come in a later step.
// expect: DG0017 at Differentiable(Derivatives.Hessian)
using System;
using DiffGen;

namespace Rejected;

public static partial class Hessian
{
    [Differentiable(Derivatives.Hessian)]
    public static double F(double x) => x * x * x;
}
