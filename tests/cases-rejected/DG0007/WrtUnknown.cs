// Wrt names something that is no parameter.
// expect: DG0007 at Differentiable(Wrt = new[] { "z" })
using System;
using DiffGen;

namespace Rejected;

public static partial class WrtUnknown
{
    [Differentiable(Wrt = new[] { "z" })]
    public static double F(double x) => x * x;
}
