// Wrt names an integer.
// expect: DG0008 at Differentiable(Wrt = new[] { nameof(n) })
using System;
using DiffGen;

namespace Rejected;

public static partial class WrtInactive
{
    [Differentiable(Wrt = new[] { nameof(n) })]
    public static double F(double x, int n) => x * n;
}
