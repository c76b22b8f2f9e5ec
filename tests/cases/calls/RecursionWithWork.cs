// Work before and after the recursive call, several uses of its result.
// point: x: 0.9, n: 6
using System;
using DiffGen;

namespace Cases.Calls;

public static partial class RecursionWithWork
{
    [Differentiable]
    public static double F(double x, int n)
    {
        if (n <= 0)
            return 1;
        double before = x * n;
        double inner = F(x * 0.95, n - 1);
        double after = inner * inner * 0.1;
        return before + after + (inner * x);
    }
}
