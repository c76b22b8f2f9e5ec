// A dynamic operation on an active value.
// expect: DG0106 at d * 2
using System;
using DiffGen;

namespace Rejected;

public static partial class Dynamic
{
    [Differentiable]
    public static double F(double x)
    {
        dynamic d = x;
        return d * 2;
    }
}
