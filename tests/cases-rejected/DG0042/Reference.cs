// An argument that each call changes.
// expect: DG0042 at F
using System;
using DiffGen;

namespace Rejected;

public static partial class Reference
{
    [Differentiable(Derivatives.Batch, Wrt = new[] { nameof(x) })]
    public static double F(double x, ref int calls)
    {
        calls++;
        return x * x;
    }
}
