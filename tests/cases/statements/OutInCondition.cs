// out variables in conditions.
// point: x: 1.3
// point: x: -1.3
using System;
using DiffGen;

namespace Cases.Statements;

public static partial class OutInCondition
{
    [Differentiable]
    public static double F(double x)
    {
        if (TryRoot(x, out double root) && root > 1)
            return root * x;
        return !TryRoot(-x, out root) ? 0 : root * root * x;
    }

    [Differentiable]
    private static bool TryRoot(double x, out double root)
    {
        root = x > 0 ? Math.Sqrt(x) : double.NaN;
        return x > 0;
    }
}
