// A callee with a loop whose trip count is data, called from a loop.
// point: x: 1.18
using System;
using DiffGen;

namespace Cases.Calls;

public static partial class CalleeWithLoop
{
    [Differentiable]
    public static double F(double x)
    {
        double s = x;
        for (int i = 0; i < 4; i++)
            s = Grow(s, x) * 0.5;
        return s;
    }

    [Differentiable]
    private static double Grow(double s, double rate)
    {
        while (s < 4)
            s = (s * rate) + 0.7;
        return s;
    }
}
