// A callee that allocates its own scratch in every call of a loop.
// point: x: 0.9
using System;
using DiffGen;

namespace Cases.Calls;

public static partial class CalleeWithScratch
{
    [Differentiable]
    public static double F(double x)
    {
        double s = 0;
        for (int i = 0; i < 5; i++)
            s += Work(x, i) * x;
        return s;
    }

    [Differentiable]
    private static double Work(double x, int n)
    {
        Span<double> t = stackalloc double[n + 1];
        t[0] = x;
        for (int i = 1; i <= n; i++)
            t[i] = Math.Sin(t[i - 1]) + x;
        return t[n] * t[0];
    }
}
