// A nullable value.
// expect: DG0114 at x
using System;
using DiffGen;

namespace Rejected;

public static partial class Nullable
{
    [Differentiable]
    public static double F(double x)
    {
        double? y = x > 0 ? x : null;
        return y ?? 0;
    }
}
