// A Taylor expansion cannot go through a rule.
// expect: DG0207 at Square(x)
using System;
using DiffGen;

namespace Rejected;

public static partial class RuleInTaylor
{
    [Differentiable(Derivatives.Taylor)]
    public static double F(double x) => Square(x) + 1;

    [CustomDerivative(Jvp = nameof(Rule))]
    public static double Square(double x) => x * x;

    public static (double, double) Rule(double x, double dx) => (x * x, 2 * x * dx);
}
