// Called in a loop that changes what it captures: the captured variables are carried.
// point: x: 0.7, n: 6
using System;
using DiffGen;

namespace Cases.Localfunctions;

public static partial class CalledInLoop
{
    [Differentiable]
    public static double F(double x, int n)
    {
        double state = x;
        double Step(double h) => state + (h * Math.Sin(state) * x);
        for (int i = 0; i < n; i++)
        {
            state = Step(0.1 * i);
            if (i % 2 == 0)
                state *= 1.1;
        }
        return state;
    }
}
