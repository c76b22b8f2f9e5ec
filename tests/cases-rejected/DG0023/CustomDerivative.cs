// Rules of the user's own come in a later step.
// expect: DG0023 at F
using System;
using DiffGen;

namespace Rejected;

public static partial class CustomDerivative
{
    [Differentiable]
    [CustomDerivative(Jvp = nameof(FRule))]
    public static double F(double x) => x * x;

    public static (double Value, double Tangent) FRule(double x, double dx) => (x * x, 2 * x * dx);
}
