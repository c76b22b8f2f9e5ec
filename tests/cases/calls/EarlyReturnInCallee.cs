// A callee with several returns, in a loop.
// point: a: [0.5, -1.0, 3.0]
using System;
using DiffGen;

namespace Cases.Calls;

public static partial class EarlyReturnInCallee
{
    [Differentiable]
    public static double F(double[] a)
    {
        double s = 0;
        for (int i = 0; i < a.Length; i++)
            s += Piece(a[i]) * (s + 1);
        return s;
    }

    [Differentiable]
    private static double Piece(double v)
    {
        if (v < 0)
            return v * v;
        if (v > 2)
            return Math.Sqrt(v);
        return v;
    }
}
