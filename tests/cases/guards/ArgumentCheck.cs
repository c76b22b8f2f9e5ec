// A guard before any work throws in every companion.
// point: x: 1.5
// point: x: -1.5
// throws: ArgumentOutOfRangeException
using System;
using DiffGen;

namespace Cases.Guards;

public static partial class ArgumentCheck
{
    [Differentiable]
    public static double F(double x)
    {
        if (x < 0)
            throw new ArgumentOutOfRangeException(nameof(x));
        return Math.Sqrt(x) * x;
    }
}
