// A delegate held constant is invoked with an active argument.
// expect: DG0123 at f(x)
using System;
using DiffGen;

namespace Rejected;

public static partial class HeldConstant
{
    [Differentiable]
    public static double F(double x, [NoDerivative] Func<double, double> f) => f(x);
}
