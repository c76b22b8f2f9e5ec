// The same as a loop bound.
// expect: DG0204 at (int)x
using System;
using DiffGen;

namespace Rejected;

public static partial class ConvertInCondition
{
    [Differentiable]
    public static double F(double x)
    {
        double s = 0;
        for (int i = 0; i < (int)x; i++)
            s += x;
        return s;
    }
}
