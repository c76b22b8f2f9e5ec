// Lanes cannot follow a recursion: the inputs are taken one after the other, which is said.
// expect: DG0043 at F
// still-generates
using System;
using DiffGen;

namespace Rejected;

public static partial class CallPerInput
{
    [Differentiable(Derivatives.Batch)]
    public static double F(double x, int n) => n == 0 ? x : Math.Sin(F(x, n - 1)) * x;
}
