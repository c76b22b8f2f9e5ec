// Calls inside conditions, with and without effects.
// point: x: 1.7
using System;
using DiffGen;

namespace Cases.Calls;

public static partial class CallInCondition
{
    [Differentiable]
    public static double F(double x)
    {
        double s = x;
        int n = 0;
        while (Next(ref s) < 6 && n < 10)
            n++;
        if (G(x) > 1 && G(s) > 1)
            s *= G(x);
        return s;
    }

    [Differentiable]
    private static double Next(ref double s)
    {
        s = s * 1.3 + 0.1;
        return s * s * 0.25;
    }

    [Differentiable]
    private static double G(double v) => v * v;
}
