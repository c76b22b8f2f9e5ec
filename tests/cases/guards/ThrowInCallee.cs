// A guard in a callee, below a loop of the caller.
// point: x: 1.5, n: 2
// point: x: 1.5, n: 9
// throws: InvalidOperationException
using System;
using DiffGen;

namespace Cases.Guards;

public static partial class ThrowInCallee
{
    [Differentiable]
    public static double F(double x, int n)
    {
        double s = x;
        for (int i = 0; i < n; i++)
            s = Step(s);
        return s;
    }

    [Differentiable]
    private static double Step(double s)
    {
        if (s > 50)
            throw new InvalidOperationException("diverged");
        return s * s;
    }
}
