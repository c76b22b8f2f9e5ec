// The gradient of a companion that goes through a rule would need the derivative of the rule.
// expect: DG0207 at F
// compiler: CS0103
using System;
using DiffGen;

namespace Rejected;

public static partial class RuleNested
{
    [Differentiable]
    public static double F(double x) => GJvp(x, 1).Tangent;

    [Differentiable]
    public static double G(double x) => Square(x) + 1;

    [CustomDerivative(Jvp = nameof(Rule), Vjp = nameof(ReverseRule))]
    public static double Square(double x) => x * x;

    public static (double, double) Rule(double x, double dx) => (x * x, 2 * x * dx);

    public static double ReverseRule(double x, double cotangent) => 2 * x * cotangent;
}
