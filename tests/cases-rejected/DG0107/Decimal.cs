// decimal carries no derivative.
// expect: DG0107 at (decimal)x
using System;
using DiffGen;

namespace Rejected;

public static partial class Decimal
{
    [Differentiable]
    public static double F(double x)
    {
        decimal d = (decimal)x;
        return (double)d;
    }
}
