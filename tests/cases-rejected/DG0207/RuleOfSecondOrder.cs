// A Hessian would need the derivative of a rule.
// expect: DG0207 at F
using System;
using DiffGen;

namespace Rejected;

public static partial class RuleOfSecondOrder
{
    [Differentiable(Derivatives.Hvp)]
    public static double F(double x) => Square(x) + 1;

    [CustomDerivative(Vjp = nameof(Rule))]
    public static double Square(double x) => x * x;

    public static double Rule(double x, double cotangent) => 2 * x * cotangent;
}
