// Conditional access to an element that carries a derivative.
// expect: DG0125 at x?[0]
using System;
using DiffGen;

namespace Rejected;

public static partial class ConditionalAccess
{
    [Differentiable]
    public static double F(double[] x, double y) => (x?[0] ?? 1) * y;
}
