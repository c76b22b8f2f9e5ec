// A method with a rule of its own.
// expect: DG0304 at G(x)
using System;
using DiffGen;

namespace Rejected;

public static partial class RuledCall
{
    [Differentiable]
    public static double F(double x) => G(x);

    [CustomDerivative(Jvp = nameof(GRule))]
    public static double G(double x) => x * x;

    public static (double Value, double Tangent) GRule(double x, double dx) => (x * x, 2 * x * dx);
}
